using System.Collections.Frozen;
using System.Reflection;

namespace FlowKernel.Reference;

/// <summary>
/// All names of KQL with what they do: the pages in <c>Reference/Kql</c>, one file for each family. Read when first
/// asked for.
/// </summary>
public static class KqlReference
{
    private const string Prefix = "FlowKernel.Reference.";

    private static readonly (string File, KqlTopicKind Kind)[] Families =
    [
        ("tabular-operators", KqlTopicKind.TabularOperator),
        ("statements", KqlTopicKind.Statement),
        ("scalar-operators", KqlTopicKind.ScalarOperator),
        ("aggregates", KqlTopicKind.Aggregate),
        ("conditions", KqlTopicKind.Function),
        ("strings", KqlTopicKind.Function),
        ("numbers", KqlTopicKind.Function),
        ("dates", KqlTopicKind.Function),
        ("conversions", KqlTopicKind.Function),
        ("dynamic", KqlTopicKind.Function),
        ("addresses", KqlTopicKind.Function),
        ("encodings", KqlTopicKind.Function),
        ("series", KqlTopicKind.Function),
        ("windows", KqlTopicKind.Function),
        ("geography", KqlTopicKind.Function),
        ("sketches", KqlTopicKind.Function),
        ("units", KqlTopicKind.Function),
        ("graphs", KqlTopicKind.Function),
        ("databases", KqlTopicKind.Function),
        ("plug-ins", KqlTopicKind.PlugIn),
        ("types", KqlTopicKind.Type),
        ("charts", KqlTopicKind.Chart),
        ("render-properties", KqlTopicKind.RenderProperty),
        ("join-kinds", KqlTopicKind.JoinKind),
        ("keywords", KqlTopicKind.Keyword),
    ];

    private static readonly Lazy<IReadOnlyList<KqlTopic>> Topics = new(ReadAll);

    private static readonly Lazy<FrozenDictionary<string, KqlTopic[]>> ByName = new(() => All
        .GroupBy(t => t.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenDictionary<string, string>> OlderNames = new(() => Rows("older-names.tsv")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenDictionary<string, string>> Elsewhere = new(() => Rows("elsewhere.tsv")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase));

    /// <summary>All topics, operators first.</summary>
    public static IReadOnlyList<KqlTopic> All => Topics.Value;

    /// <summary>Names that KQL still takes for newer ones, each with the newer name.</summary>
    public static IReadOnlyDictionary<string, string> Older => OlderNames.Value;

    /// <summary>Words that other query languages have, each with KQL's name for what it means.</summary>
    public static IReadOnlyDictionary<string, string> WordsElsewhere => Elsewhere.Value;

    /// <summary>
    /// The topics of a name, ignoring case: several where an operator and a function share it, none where it is no name
    /// of KQL. An older name leads to the newer one's.
    /// </summary>
    public static IReadOnlyList<KqlTopic> Find(string name)
    {
        var isCall = name.EndsWith("()", StringComparison.Ordinal);
        name = isCall ? name[..^2] : name;
        KqlTopic[] found = ByName.Value.GetValueOrDefault(name) ?? [];
        if (found.Length == 0 && Older.TryGetValue(name, out var newer))
            found = ByName.Value.GetValueOrDefault(newer) ?? [];
        return isCall ? [.. found.Where(t => t.Kind is KqlTopicKind.Function or KqlTopicKind.Aggregate)] : found;
    }

    /// <summary>The topic of a name and a kind, or null.</summary>
    public static KqlTopic? Find(string name, KqlTopicKind kind) =>
        Find(name).FirstOrDefault(t => t.Kind == kind);

    /// <summary>A kind as people call it.</summary>
    public static string Word(KqlTopicKind kind) => kind switch
    {
        KqlTopicKind.Function => "function",
        KqlTopicKind.Aggregate => "aggregate",
        KqlTopicKind.PlugIn => "plug-in",
        KqlTopicKind.Statement => "statement",
        KqlTopicKind.Type => "type",
        KqlTopicKind.Chart => "chart",
        KqlTopicKind.RenderProperty => "render property",
        KqlTopicKind.JoinKind => "join kind",
        KqlTopicKind.Keyword => "keyword",
        _ => "operator",
    };

    private static IReadOnlyList<KqlTopic> ReadAll()
    {
        var pages = new KqlPages(Rows("pages.tsv"));
        return
        [
            .. from family in Families
               from topic in KqlReferenceReader.Read(Text(family.File + ".md"), family.Kind)
               select topic with { Link = pages.LinkOf(topic) },
        ];
    }

    private static IEnumerable<string[]> Rows(string table) =>
        Text(table).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'));

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
