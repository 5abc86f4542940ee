using System.Collections.Frozen;
using System.Globalization;

namespace FlowKernel.Reference;

/// <summary>Where Microsoft documents KQL: a rule for names of pages, and a table of what does not follow it.</summary>
internal sealed class KqlPages(IEnumerable<string[]> exceptions)
{
    private const string Root = "https://learn.microsoft.com/kusto/query/";
    private const string None = "-";

    // The word for a kind in the table, and the name of its pages.
    private static readonly FrozenDictionary<KqlTopicKind, (string Word, string Page)> Rules =
        new Dictionary<KqlTopicKind, (string, string)>
        {
            [KqlTopicKind.Function] = ("function", "{0}-function"),
            [KqlTopicKind.Aggregate] = ("aggregate", "{0}-aggregation-function"),
            [KqlTopicKind.ScalarOperator] = ("scalar", "{0}-operator"),
            [KqlTopicKind.TabularOperator] = ("operator", "{0}-operator"),
            [KqlTopicKind.PlugIn] = ("plugin", "{0}-plugin"),
            [KqlTopicKind.Statement] = ("statement", "{0}-statement"),
            [KqlTopicKind.Type] = ("type", "scalar-data-types/{0}"),
            [KqlTopicKind.Chart] = ("chart", "visualization-{0}"),
            [KqlTopicKind.RenderProperty] = ("property", "render-operator"),
            [KqlTopicKind.JoinKind] = ("join", "join-{0}"),
            [KqlTopicKind.Keyword] = ("keyword", None),
        }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, string> _exceptions =
        exceptions.ToFrozenDictionary(row => $"{row[0]} {row[1]}", row => row[2], StringComparer.Ordinal);

    /// <summary>The address of a topic's page, or null where it has none.</summary>
    public string? LinkOf(KqlTopic topic)
    {
        var page = _exceptions.GetValueOrDefault($"{Rules[topic.Kind].Word} {topic.Name}") ?? ByRule(topic);
        return page == None ? null : Root + page;
    }

    private static string ByRule(KqlTopic topic)
    {
        var name = topic.Name.StartsWith('!') ? $"not-{topic.Name[1..]}" : topic.Name;
        return string.Format(CultureInfo.InvariantCulture, Rules[topic.Kind].Page, name.Replace('_', '-'));
    }
}
