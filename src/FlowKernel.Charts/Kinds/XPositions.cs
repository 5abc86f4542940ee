using FlowKernel.Charts.Roles;
using FlowKernel.Charts.Spec;
using FlowKernel.Notebook.Display;

namespace FlowKernel.Charts.Kinds;

/// <summary>The x axis of a chart, and every row's position on it.</summary>
internal sealed record XPositions(Axis Axis, double[] Positions)
{
    /// <summary>
    /// Reads a column. Bars over numbers that are not evenly spaced, such as ports, stand side by side as categories:
    /// true to scale they would be slivers.
    /// </summary>
    public static XPositions Read(ChartRequest request, int column, XyMark mark)
    {
        var wished = request.Render.XTitle is { } given ? Labels.Title(given) : null;
        if (column < 0)
            return Categories(Enumerable.Repeat("", request.Table.RowCount), wished ?? "");
        var source = request.Table.Columns[column];
        var scale = ColumnReading.ScaleOf(source);
        var title = wished ?? ColumnReading.TitleOf(source, request.NameOf(column));
        if (scale == AxisScale.Category)
            return Categories(ColumnReading.Names(request.Table, column), title);
        var positions = ColumnReading.Positions(request.Table, column);
        if (scale == AxisScale.Number && mark == XyMark.Bar && !AreEvenlySpaced(positions))
            return SortedCategories(positions, ColumnReading.UnitOf(source), title);
        var log = scale == AxisScale.Number && RenderChoices.IsLog(request.Render.XAxis);
        return new XPositions(new Axis(scale, ColumnReading.UnitOf(source))
        {
            Title = title,
            Log = log,
            Min = scale == AxisScale.Number ? request.Render.XMin : null,
            Max = scale == AxisScale.Number ? request.Render.XMax : null,
        }, positions);
    }

    private static XPositions Categories(IEnumerable<string> names, string title)
    {
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        double[] positions = [.. names.Select(name => (double)IndexOf(indices, name))];
        var axis = new Axis(AxisScale.Category) { Title = title, Categories = [.. indices.Keys] };
        return new XPositions(axis, positions);
    }

    private static int IndexOf(Dictionary<string, int> indices, string name)
    {
        if (!indices.TryGetValue(name, out var index))
            indices[name] = index = indices.Count;
        return index;
    }

    private static XPositions SortedCategories(double[] values, AxisUnit unit, string title)
    {
        double[] distinct = [.. values.Where(v => !double.IsNaN(v)).Distinct().Order()];
        var axis = new Axis(AxisScale.Category)
        {
            Title = title,
            Categories = [.. distinct.Select(v => NameOf(v, unit))],
        };
        return new XPositions(axis, Array.ConvertAll(values, v =>
            double.IsNaN(v) ? double.NaN : Array.BinarySearch(distinct, v)));
    }

    /// <summary>Plain numbers stay plain: a port is not 3,389.</summary>
    private static string NameOf(double value, AxisUnit unit) =>
        unit == AxisUnit.None ? ValueText.Exact(value) : AxisText.Of(value, unit);

    private static bool AreEvenlySpaced(double[] values)
    {
        double[] distinct = [.. values.Where(v => !double.IsNaN(v)).Distinct().Order()];
        if (distinct.Length < 3)
            return false;
        var step = distinct.Zip(distinct.Skip(1), (a, b) => b - a).Min();
        return (distinct[^1] - distinct[0]) / step <= 4 * distinct.Length
            && distinct.All(v => Math.Abs(Math.IEEERemainder(v - distinct[0], step)) < step / 1000);
    }
}
