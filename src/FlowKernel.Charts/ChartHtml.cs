using System.Net;
using System.Text;
using FlowKernel.Notebook;

namespace FlowKernel.Charts;

/// <summary>Charts as HTML files that open from disk, without any network.</summary>
public static class ChartHtml
{
    private const string Policy =
        "default-src 'none'; script-src 'unsafe-inline' blob:; style-src 'unsafe-inline'; img-src data: blob:";

    /// <summary>
    /// A page that shows one chart: the interactive figure, or the picture where scripts do not run. About 4.7 MB,
    /// since it carries plotly.js.
    /// </summary>
    /// <param name="chart">A bundle from <see cref="ChartRenderer"/>, or of a table.</param>
    /// <param name="title">The page's title.</param>
    public static string Page(MimeBundle chart, string title)
    {
        var page = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(Policy).Append("\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<title>").Append(WebUtility.HtmlEncode(title)).Append("</title>\n")
            .Append("<style>body{margin:1em;font-family:sans-serif;background:#fff;color:#333}</style>\n")
            .Append("</head>\n<body>\n<div id=\"chart\">").Append(StaticForm(chart)).Append("</div>\n");
        if (chart.Data.TryGetValue(MimeTypes.Plotly, out var figure))
            AppendFigure(page, figure.ToJsonString());
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static string StaticForm(MimeBundle chart) => chart.Text(MimeTypes.Png) is { } png
        ? $"<img alt=\"\" style=\"max-width:100%\" src=\"data:image/png;base64,{png}\">"
        : chart.Text(MimeTypes.Html) ?? $"<pre>{WebUtility.HtmlEncode(chart.Text(MimeTypes.Plain) ?? "")}</pre>";

    /// <summary>The JSON is safe in a script: System.Text.Json escapes every &lt;, &gt; and &amp;.</summary>
    private static void AppendFigure(StringBuilder page, string figure) => page
        .Append("<script>").Append(PlotlyScript.Text).Append("</script>\n<script>\n(function () {\n")
        .Append("  const place = document.getElementById('chart');\n")
        .Append("  const figure = ").Append(figure).Append(";\n")
        .Append("  place.replaceChildren();\n")
        .Append("  Plotly.newPlot(place, figure.data, figure.layout, figure.config);\n")
        .Append("})();\n</script>\n");
}
