using FlowKernel.Notebook.Documents;
using FlowKernel.Notebook.Exporting;

namespace FlowKernel.Reports;

/// <summary>
/// Writes executed notebooks as one HTML file that opens offline: contents, text, code that folds, tables with their
/// data as CSV, charts that are pictures first and become interactive where scripts run, and where all of it comes from.
/// </summary>
/// <param name="plotlyScript">The text of plotly.js; it goes in once, and only where there is a chart.</param>
public sealed class ReportWriter(Func<string> plotlyScript) : IReportWriter
{
    /// <summary>The versions of the engines that queries run on, such as <c>DuckDB 1.5.6.1</c>.</summary>
    public IReadOnlyList<string> Engines { get; init; } = [];

    /// <summary>Tells when the report is written.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <inheritdoc/>
    public string Write(NotebookDocument document, ReportFacts facts)
    {
        var cells = new CellHtml(facts.Tables, facts.Folder);
        var body = string.Concat(document.Cells.Select(cells.Write));
        return new ReportPage
        {
            Title = cells.Contents.Headings.FirstOrDefault()?.Text ?? facts.Name,
            Contents = cells.Contents.Write(),
            Parameters = facts.Parameters,
            Body = body,
            Footer = new Provenance(facts, Engines, Time.GetUtcNow().UtcDateTime).Write(),
            Plotly = cells.HasCharts ? plotlyScript() : null,
        }.ToString();
    }
}
