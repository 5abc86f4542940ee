using System.Globalization;
using System.Net;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using FlowKernel.Notebook.Display;
using FlowKernel.Notebook.Exporting;
using FlowKernel.Notebook.Kernel;
using FlowKernel.Session;

namespace FlowKernel.Reports;

/// <summary>The end of a report: every query with its time range, place, time and rows; connections; versions.</summary>
internal sealed class Provenance(ReportFacts facts, IReadOnlyList<string> engines, DateTime now)
{
    private static readonly string FlowKernelVersion = "FlowKernel " + (typeof(Provenance).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "");

    public string Write()
    {
        var html = new StringBuilder("<footer>\n");
        AppendLine(html, $"{facts.Name}, written on {Instant(now)} UTC.");
        foreach (var name in facts.Session.ConnectionNames)
        {
            if (facts.Session.Connection(name) is { Succeeded: true, Value: var connection })
                AppendLine(html, ConnectionNote.Text(connection, name));
        }

        AppendLine(html, string.Join(", ", [FlowKernelVersion, .. engines, RuntimeInformation.FrameworkDescription]) + ".");
        if (facts.EarlierOutputs is > 0 and var earlier)
            AppendLine(html, Earlier(earlier));
        AppendQueries(html, facts.Session.Log.Entries);
        return html.Append("</footer>\n").ToString();
    }

    private static void AppendQueries(StringBuilder html, IReadOnlyList<QueryLogEntry> queries)
    {
        if (queries.Count == 0)
            return;
        html.Append("<details class=\"queries\"><summary>").Append(queries.Count == 1 ? "1 query" : $"{queries.Count} queries")
            .Append("</summary><table><thead><tr><th>Query</th><th>Time range</th><th>Connection</th><th>Ran (UTC)</th>")
            .Append("<th>Rows</th><th>Took</th></tr></thead><tbody>\n");
        foreach (var query in queries)
        {
            html.Append("<tr><td><pre>").Append(Encode(string.Join('\n', [.. query.Given, query.Kql]))).Append("</pre></td>");
            foreach (var text in Texts(query))
                html.Append("<td>").Append(Encode(text)).Append("</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></details>\n");
    }

    private static string[] Texts(QueryLogEntry query) =>
    [
        TimeRange(query),
        query.Connection,
        Instant(query.RanAt),
        query.Rows.ToString("N0", CultureInfo.InvariantCulture),
        DurationText.Of(query.Elapsed),
    ];

    private static string Earlier(int cells) =>
        $"{(cells == 1 ? "1 cell shows" : $"{cells} cells show")} what an earlier session saved; the queries of that are not listed here.";

    private static string TimeRange(QueryLogEntry query) => query switch
    {
        { Last: { } last } => $"the last {DurationText.Of(last)}: {Instant(RangeStart.Of(query.Now, last))} to {Instant(query.Now)}",
        { AsksTime: true } => $"as the query says, at {Instant(query.Now)}",
        _ => "as the query says",
    };

    private static void AppendLine(StringBuilder html, string text) =>
        html.Append("<div>").Append(Encode(text)).Append("</div>\n");

    private static string Instant(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
