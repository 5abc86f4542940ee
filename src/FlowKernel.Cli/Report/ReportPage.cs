using System.Net;
using System.Text;
using FlowKernel.Notebook.Documents;

namespace FlowKernel.Cli.Report;

/// <summary>
/// An executed notebook as one HTML file that opens offline: contents, text, code that folds, tables, and charts
/// that are pictures first and become interactive where scripts run.
/// </summary>
internal static class ReportPage
{
    /// <summary>The file's text.</summary>
    /// <param name="notebook">The executed notebook.</param>
    /// <param name="title">The title where the notebook has no heading.</param>
    /// <param name="provenance">Lines for the footer: connection, data's now, versions.</param>
    /// <param name="plotlyScript">The text of plotly.js; it goes in once, and only where there is a chart.</param>
    public static string Write(
        NotebookDocument notebook, string title, IReadOnlyList<string> provenance, Func<string> plotlyScript)
    {
        var cells = new CellHtml();
        var body = string.Concat(notebook.Cells.Select(cells.Write));
        var heading = cells.Contents.Headings.FirstOrDefault()?.Text ?? title;
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<title>").Append(WebUtility.HtmlEncode(heading)).Append("</title>\n")
            .Append("<style>\n").Append(ReportAssets.Style).Append("</style>\n</head>\n<body>\n")
            .Append(cells.Contents.Write()).Append("<main>\n").Append(body)
            .Append(Footer(provenance)).Append("</main>\n");
        if (cells.HasCharts)
            page.Append("<script>\n").Append(plotlyScript()).Append("\n</script>\n");
        return page.Append("<script>\n").Append(ReportAssets.Script).Append("</script>\n</body>\n</html>\n").ToString();
    }

    private static string Footer(IReadOnlyList<string> provenance) =>
        $"<footer>{string.Concat(provenance.Select(line => $"<div>{WebUtility.HtmlEncode(line)}</div>"))}</footer>\n";
}
