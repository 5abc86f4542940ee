using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;

namespace FlowKernel.Notebook;

/// <summary>
/// Shows query results: as a chart where the query asks for one, else as a table with one quiet line below.
/// </summary>
public sealed class ResultDisplay(IChartRenderer charts)
{
    /// <summary>The first table of a result, or its chart; a table where the chart cannot be drawn.</summary>
    public MimeBundle Show(QueryResult result)
    {
        var shown = ChartOf(result) is { Succeeded: true } chart
            ? chart.Value
            : TableDisplay.Bundle(result.Table, OptionsFor(result));
        return shown with { Table = result.Table };
    }

    /// <summary>The chart of a result that asks for one; the table where there are no rows to draw.</summary>
    /// <exception cref="DiagnosticException">It cannot be drawn: no such column, or one that does not fit the kind.</exception>
    public MimeBundle ShowChart(QueryResult result) =>
        ChartOf(result) is { Succeeded: false } failed && failed.Diagnostics.Any(d => d.IsError)
            ? throw new DiagnosticException([.. failed.Diagnostics])
            : Show(result);

    /// <summary>All that a query cell shows, in order, each table or chart with its quiet line.</summary>
    /// <param name="result">The result.</param>
    /// <param name="limit">How many rows a table shows at most, or null for the usual number.</param>
    public ShownResult ShowAll(QueryResult result, int? limit = null)
    {
        var shown = new List<MimeBundle>();
        var problems = new List<Diagnostic>();
        foreach (var (index, part) in result.Each().Index())
        {
            var name = ResultFooter.Place(result, index);
            var chart = ChartOf(part);
            problems.AddRange(chart?.Diagnostics ?? []);
            shown.AddRange(chart is { Succeeded: true } drawn
                ? Chart(drawn.Value, part, name)
                : [TableDisplay.Bundle(part.Table, OptionsFor(part, limit, name))]);
        }

        return new ShownResult(shown, problems);
    }

    private static MimeBundle[] Chart(MimeBundle chart, QueryResult result, string name) =>
    [
        chart with { Table = result.Table },
        Quiet(
            name + ResultFooter.Of(result.Table.RowCount, result.Statistics),
            name + ResultFooter.Timeless(result.Table.RowCount, result.Statistics)),
    ];

    /// <summary>A small grey line; its plain form may differ.</summary>
    public static MimeBundle Quiet(string text, string? plain = null) => MimeBundle.Of(
        (MimeTypes.Html,
            $"<div class=\"{HtmlText.NoMathematics}\" style=\"font-size:85%;opacity:.65\">{HtmlText.Encode(text)}</div>"),
        (MimeTypes.Plain, plain ?? text));

    private Outcome<MimeBundle>? ChartOf(QueryResult result) =>
        result.Render is { } render && !IsTable(render)
            ? charts.Render(result.Table, render)
            : (Outcome<MimeBundle>?)null;

    private static bool IsTable(RenderProperties render) =>
        ChartKinds.TryParse(render.Visualization, out var kind) && kind == ChartKind.Table;

    private static TableDisplayOptions OptionsFor(QueryResult result, int? limit = null, string name = "")
    {
        var options = TableDisplayOptions.Default with
        {
            Footer = name + ResultFooter.Of(result.Table.RowCount, result.Statistics),
            PlainFooter = name + ResultFooter.Timeless(result.Table.RowCount, result.Statistics),
        };
        return limit is { } rows ? options with { RowLimit = rows, PlainRowLimit = rows } : options;
    }
}

/// <summary>What a query cell shows, and why a chart that it asks for could not be drawn.</summary>
public sealed record ShownResult(IReadOnlyList<MimeBundle> Bundles, IReadOnlyList<Diagnostic> ChartProblems);
