using System.Text.RegularExpressions;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Recipes;

/// <summary>Reads a recipe: KQL whose first lines are a front matter in comments.</summary>
/// <remarks>
/// <code>
/// // ---
/// // title: Who does a virtual machine talk to?
/// // about: A line of text;
/// //   an indented line goes on with it.
/// // teaches: summarize
/// // chart: table
/// // tags: virtual machine, bytes
/// // param ip: string = 10.1.1.8 -- The machine's private IP address.
/// // param last as lookback: timespan = 60d -- How far back to look; the query calls it lookback.
/// // ---
/// NTANetAnalytics | where SrcIp == ip
/// </code>
/// </remarks>
public static partial class RecipeReader
{
    private const string Fence = "// ---";
    private static readonly string[] Keys = ["title", "about", "teaches", "chart", "tags"];

    /// <summary>
    /// The recipe in a text. Fails with FK0201 without a front matter, FK0202 without a title, FK0203 for a line that
    /// is neither a known key nor a parameter, FK0204 for a default that is no value of its type, FK0205 for a
    /// parameter given twice; spans are offsets into <paramref name="text"/>.
    /// </summary>
    public static Outcome<Recipe> Read(string name, string text)
    {
        var source = new SourceText(text);
        if (source.LineAt(1).TrimEnd() != Fence || FindEnd(source) is not { } end)
            return NoFrontMatter(name);
        var draft = new Draft();
        foreach (var (line, span) in Entries(source, end))
            Take(draft, line, span);
        if (!draft.Texts.TryGetValue("title", out var title))
            draft.Errors.Add(new("FK0202", $"The recipe '{name}' has no title.", default, "Add '// title: ...'."));
        if (draft.Errors.Count > 0)
            return new Outcome<Recipe>(draft.Errors);
        return new Recipe(name, title!, Body(source, end), draft.Parameters)
        {
            Description = draft.Texts.GetValueOrDefault("about", ""),
            Teaches = draft.Texts.GetValueOrDefault("teaches", ""),
            Chart = draft.Texts.GetValueOrDefault("chart", "table"),
            Tags = draft.Texts.GetValueOrDefault("tags", "").Split(',', TrimAndSkipEmpty),
        };
    }

    private const StringSplitOptions TrimAndSkipEmpty =
        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private static int? FindEnd(SourceText source)
    {
        for (var line = 2; line <= source.LineCount; line++)
        {
            if (source.LineAt(line).TrimEnd() == Fence)
                return line;
        }

        return null;
    }

    // Front matter lines with their continuation lines joined.
    private static IEnumerable<(string Line, TextSpan Span)> Entries(SourceText source, int end)
    {
        var entries = new List<(string Line, TextSpan Span)>();
        var offset = source.Content.IndexOf('\n') + 1;
        for (var number = 2; number < end; number++)
        {
            var line = source.LineAt(number);
            if (line.StartsWith("//   ", StringComparison.Ordinal) && entries.Count > 0)
                entries[^1] = (entries[^1].Line + " " + line[2..].Trim(), entries[^1].Span);
            else
                entries.Add((line.TrimStart('/').Trim(), new TextSpan(offset, line.Length)));
            offset = source.Content.IndexOf('\n', offset) + 1;
        }

        return entries;
    }

    private static void Take(Draft draft, string line, TextSpan span)
    {
        if (ParameterLine().Match(line) is { Success: true } parameter)
            TakeParameter(draft, parameter, span);
        else if (line.IndexOf(':') is > 0 and var colon && Keys.Contains(line[..colon]))
            draft.Texts[line[..colon]] = line[(colon + 1)..].Trim();
        else
            draft.Errors.Add(new("FK0203", $"The line '{line}' says nothing about a recipe.", span, LineHint));
    }

    private static void TakeParameter(Draft draft, Match match, TextSpan span)
    {
        var (name, typeName, text) =
            (match.Groups["name"].Value, match.Groups["type"].Value, match.Groups["default"].Value);
        if (!KqlTypes.TryParse(typeName, out var type))
            draft.Errors.Add(new("FK0203", $"'{typeName}' is no KQL type.", span, "Write string, long, timespan…"));
        else if (!KqlValues.TryParse(type, text, out var value))
            draft.Errors.Add(BadDefault(name, type, text, span));
        else if (draft.Parameters.Exists(p => p.Name == name))
            draft.Errors.Add(new("FK0205", $"The parameter '{name}' is there twice.", span, "Rename or drop one."));
        else
            draft.Parameters.Add(Parameter(match, name, new QueryParameter(type, value)));
    }

    private static RecipeParameter Parameter(Match match, string name, QueryParameter value) =>
        new(name, value, match.Groups["help"].Value)
        {
            Variable = match.Groups["variable"] is { Success: true } variable ? variable.Value : name,
        };

    private static string Body(SourceText source, int end)
    {
        var lines = Enumerable.Range(end + 1, source.LineCount - end).Select(source.LineAt);
        return string.Join('\n', lines).Trim() + "\n";
    }

    private const string LineHint =
        "Write 'title:', 'about:', 'teaches:', 'chart:', 'tags:' or " +
        "'param name [as variable]: type = default -- help'.";

    private static Diagnostic NoFrontMatter(string name) => new(
        "FK0201", $"The recipe '{name}' has no front matter.", default, $"Begin and end it with a line '{Fence}'.");

    private static Diagnostic BadDefault(string name, KqlType type, string text, TextSpan span) => new(
        "FK0204", $"The default '{text}' of parameter '{name}' is no {type.Name()}.", span,
        $"Write {KqlValues.Examples(type)}.");

    [GeneratedRegex(
        @"^param\s+(?<name>\w+)(?:\s+as\s+(?<variable>\w+))?:\s*" +
        @"(?<type>\w+)\s*=\s*(?<default>.*?)\s+--\s+(?<help>.+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ParameterLine();

    private sealed class Draft
    {
        public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

        public List<RecipeParameter> Parameters { get; } = [];

        public List<Diagnostic> Errors { get; } = [];
    }
}
