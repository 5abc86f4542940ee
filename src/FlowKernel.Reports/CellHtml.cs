using System.Net;
using System.Text.Json.Nodes;
using FlowKernel.Notebook.Documents;
using FlowKernel.Notebook.Running;

namespace FlowKernel.Reports;

/// <summary>Writes a notebook's cells as HTML, one after the other.</summary>
internal sealed class CellHtml(OutputTables tables, string? folder)
{
    private readonly OutputHtml _outputs = new(tables);

    public Contents Contents { get; } = new();

    public bool HasCharts => _outputs.ChartCount > 0;

    public string Write(NotebookCell cell) => cell.Kind switch
    {
        "markdown" => $"<section class=\"text\">{Text(cell)}</section>\n",
        "code" => cell.Source.Trim().Length == 0 && cell.Outputs.Count == 0 ? "" : Code(cell),
        _ => $"<pre>{WebUtility.HtmlEncode(cell.Source)}</pre>\n",
    };

    private string Text(NotebookCell cell) =>
        new MarkdownHtml(Contents, new MarkdownPictures(cell, folder)).Write(cell.Source);

    private string Code(NotebookCell cell)
    {
        var code = WebUtility.HtmlEncode(cell.Source);
        var lines = cell.Source.Split('\n').Length;
        var outputs = string.Concat(cell.Outputs.OfType<JsonObject>().Select(_outputs.Write));
        return $"<section class=\"code\"><details{(lines <= 12 ? " open" : "")}><summary>{Summary(cell)}</summary>"
            + $"<pre><code>{code}</code></pre></details>\n{outputs}</section>\n";
    }

    private static string Summary(NotebookCell cell) =>
        cell.Source.StartsWith("#!", StringComparison.Ordinal) ? "KQL" : "C#";
}
