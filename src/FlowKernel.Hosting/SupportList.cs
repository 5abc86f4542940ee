using System.Text;
using FlowKernel.Reference;

namespace FlowKernel.Hosting;

/// <summary>The page that lists what the embedded engine makes of every name of KQL.</summary>
public static class SupportList
{
    /// <summary>The page as Markdown: a table for each family, a row for each name.</summary>
    public static async Task<string> WriteAsync(ILocalSupport support, CancellationToken cancellation)
    {
        var page = new StringBuilder()
            .Append("# KQL on local data\n\n")
            .Append("What the embedded engine makes of every operator, function and plug-in, found by planning the example ")
            .Append("that `?name` shows. Made anew by running the tests with `UPDATE_PAGES=1`.\n");
        foreach (var family in KqlReference.All.GroupBy(t => (t.Kind, t.Family)))
        {
            page.Append($"\n## {family.Key.Family}\n\n| name | what | on local data |\n| --- | --- | --- |\n");
            foreach (var topic in family)
                page.Append(Row(topic, await support.OfAsync(topic, cancellation)));
        }

        return page.ToString();
    }

    private static string Row(KqlTopic topic, LocalSupport found)
    {
        var name = topic.Link is null ? $"`{topic.Name}`" : $"[`{topic.Name}`]({topic.Link})";
        var state = found switch
        {
            (true, null) => "exact",
            (true, { } note) => $"exact, but: {note}",
            (false, var reason) => $"refused: {reason}",
        };
        return $"| {Cell(name)} | {KqlReference.Word(topic.Kind)} | {Cell(state)} |\n";
    }

    private static string Cell(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
