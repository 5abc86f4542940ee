using System.Collections.Frozen;

namespace FlowKernel.Reference;

/// <summary>Where Microsoft documents KQL: a rule for names of pages, and a table of what does not follow it.</summary>
internal sealed class KqlPages(IEnumerable<string[]> exceptions)
{
    private const string Root = "https://learn.microsoft.com/kusto/query/";
    private const string None = "-";

    private readonly FrozenDictionary<string, string> _exceptions =
        exceptions.ToFrozenDictionary(row => $"{row[0]} {row[1]}", row => row[2], StringComparer.Ordinal);

    /// <summary>The address of a topic's page, or null where it has none.</summary>
    public string? LinkOf(KqlTopic topic)
    {
        var page = _exceptions.GetValueOrDefault($"{KindOf(topic.Kind)} {topic.Name}") ?? ByRule(topic);
        return page == None ? null : Root + page;
    }

    private static string ByRule(KqlTopic topic)
    {
        var name = topic.Name.StartsWith('!') ? $"not-{topic.Name[1..]}" : topic.Name;
        var kind = topic.Kind == KqlTopicKind.Aggregate ? "aggregation-function" : KindOf(topic.Kind);
        return $"{name.Replace('_', '-')}-{(kind == "scalar" ? "operator" : kind)}";
    }

    private static string KindOf(KqlTopicKind kind) => kind switch
    {
        KqlTopicKind.Function => "function",
        KqlTopicKind.Aggregate => "aggregate",
        KqlTopicKind.ScalarOperator => "scalar",
        KqlTopicKind.TabularOperator => "operator",
        KqlTopicKind.PlugIn => "plugin",
        _ => "statement",
    };
}
