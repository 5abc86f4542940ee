using System.Globalization;
using FlowKernel.Charts.Roles;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;

namespace FlowKernel.Charts.Kinds;

/// <summary>The values of the first row, each large over its name.</summary>
internal sealed class CardKind : IChartKind
{
    private const int Most = 8;

    public Outcome<ChartSpec> Build(ChartRequest request)
    {
        var columns = request.Table.Columns;
        var values = Enumerable.Range(0, Math.Min(columns.Count, Most)).Select(c => new CardValue(
            request.NameOf(c), Labels.Clean(TextOf(request.Table[0, c], columns[c]))));
        return new CardChart(request.Kind, [.. values])
        {
            Title = request.Title,
            Subject = string.Join(", ", columns.Take(Most).Select(c => Labels.Clean(c.Name))),
            Notes = [.. Left(request.Table.RowCount - 1, "more row"), .. Left(columns.Count - Most, "more column")],
        };
    }

    private static string TextOf(object? value, KqlColumn column) => value switch
    {
        long or int => AxisText.Of(Convert.ToDouble(value, CultureInfo.InvariantCulture), ColumnReading.UnitOf(column)),
        _ => ValueText.Readable(value, ValueUnits.Of(column)),
    };

    private static string[] Left(int count, string noun) =>
        count <= 0 ? [] : [$"Not shown: {Counted.Of(count, noun)}."];
}
