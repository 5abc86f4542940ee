using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Display;
using FlowKernel.Notebook.Documents;
using FlowKernel.Notebook.Running;

namespace FlowKernel.Reports;

/// <summary>
/// Writes a cell's outputs as HTML: charts, then HTML, pictures, Markdown, text; whichever comes first.
/// </summary>
internal sealed partial class OutputHtml(OutputTables tables)
{
    private static readonly string[] TableScripts = [TableScript.Sort, TableScript.SortAndFilter];
    private static readonly MarkdownHtml OfMarkdown = new(contents: null, new MarkdownPictures(cell: null, folder: null));
    private int _tables;

    public int ChartCount { get; private set; }

    public string Write(JsonObject output) => (string?)output["output_type"] switch
    {
        "stream" => $"<pre class=\"stream\">{Encode(MultilineText.Read(output["text"]))}</pre>\n",
        "error" => $"<pre class=\"error\">{Encode(Traceback(output))}</pre>\n",
        _ => output["data"] is JsonObject data ? Data(data, output["metadata"]) + DataOf(output) : "",
    };

    private string DataOf(JsonObject output) =>
        tables.Find(output) is { } table ? TableData.Write(table, ++_tables) : "";

    // A table's own script may run; another that came in with a cell's HTML may not.
    private static string WithNonce(string html) => TableScripts.Aggregate(html, (text, script) => text.Replace(
        $"<script>{script}</script>", $"<script {ReportPage.NoncePlace}>{script}</script>", StringComparison.Ordinal));

    private string Data(JsonObject data, JsonNode? metadata)
    {
        if (data[MimeTypes.Plotly] is { } figure)
            return Chart(figure, Still(data, metadata));
        if (data[MimeTypes.Html] is { } html)
            return PaperTable.Write(WithNonce(MultilineText.Read(html)));
        if (data[MimeTypes.Svg] is { } svg)
        {
            return Picture(
                MimeTypes.Svg, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(MultilineText.Read(svg))),
                metadata);
        }

        if (data[MimeTypes.Png] is { } png)
            return Picture(MimeTypes.Png, MultilineText.Read(png), metadata);
        if (data[MimeTypes.Markdown] is { } markdown)
            return $"<div class=\"output\">{OfMarkdown.Write(MultilineText.Read(markdown))}</div>\n";
        return $"<pre class=\"output\">{Encode(MultilineText.Read(data[MimeTypes.Plain]))}</pre>\n";
    }

    /// <summary>What stands in for a chart where scripts do not run, and on paper.</summary>
    private static string Still(JsonObject data, JsonNode? metadata) => data switch
    {
        _ when data[MimeTypes.Png] is { } png => Image(MimeTypes.Png, MultilineText.Read(png), metadata),
        _ when data[MimeTypes.Svg] is { } svg => MultilineText.Read(svg),
        _ => $"<pre>{Encode(MultilineText.Read(data[MimeTypes.Plain]))}</pre>",
    };

    private string Chart(JsonNode figure, string still)
    {
        ChartCount++;
        var json = figure.ToJsonString().Replace("</", "<\\/", StringComparison.Ordinal);
        return $"<figure class=\"chart\"><div class=\"still\">{still}</div><div class=\"live\"></div>"
            + $"<script type=\"application/json\">{json}</script></figure>\n";
    }

    private static string Picture(string mimeType, string base64, JsonNode? metadata) =>
        $"<figure>{Image(mimeType, base64, metadata)}</figure>\n";

    private static string Image(string mimeType, string base64, JsonNode? metadata) =>
        PictureHtml.Image(mimeType, base64, (metadata as JsonObject)?[mimeType]);

    private static string Traceback(JsonObject output) =>
        string.Join('\n', (output["traceback"] as JsonArray ?? []).Select(line => (string?)line));

    private static string Encode(string text) => WebUtility.HtmlEncode(AnsiColour().Replace(text, ""));

    [GeneratedRegex("\e\\[[0-9;]*m")]
    private static partial Regex AnsiColour();
}
