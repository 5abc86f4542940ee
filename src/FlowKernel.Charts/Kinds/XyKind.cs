using FlowKernel.Charts.Roles;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Charts.Kinds;

/// <summary>The kinds that draw series over two axes.</summary>
internal sealed class XyKind(XyMark mark, XWish wish, Stacking stacking = Stacking.Unstacked) : IChartKind
{
    /// <summary>True when the x axis runs downwards.</summary>
    public bool Horizontal { get; init; }

    public Outcome<ChartSpec> Build(ChartRequest request)
    {
        if (RenderChoices.FirstMistake(request.Render) is { } mistake)
            return mistake;
        if (Horizontal && RenderChoices.Split(request.Render) != YSplit.None)
            return ChartMistakes.BadProperty("ysplit", request.Render.YSplit!, "none for a barchart; draw a columnchart");
        var given = request.Table;
        request = request with { Table = SeriesArrays.Expand(given) };
        var roles = new RoleAssignment(request.Table, request.Render).Assign(wish);
        return roles.Succeeded
            ? Draw(request, roles.Value, NumbersBeforeTime(request, roles.Value, given))
            : new Outcome<ChartSpec>(roles.Diagnostics);
    }

    private XyChart Draw(ChartRequest request, ColumnRoles roles, List<string> notes)
    {
        var stacks = RenderChoices.Stacking(request.Render) ?? stacking;
        var x = XPositions.Read(request, roles.X, mark);
        notes.AddRange(Unshown.Notes(request.Table, roles));
        var series = new SeriesReading(request, roles).Read(x.Positions)
            .OnLogarithms(x.Axis.Log, IsLog(request, stacks), notes);
        if (roles.Series.Count > 0)
            series = [.. series.OrderByDescending(s => s.Total).ThenBy(s => s.Name, StringComparer.Ordinal)];
        series = series.Largest(mark, notes);
        var axis = x.Axis;
        if (mark == XyMark.Bar && axis.Scale == AxisScale.Category)
            (axis, series) = CategoryLimit.Largest(axis, series, notes);
        var split = roles.Y.Count > 1 ? RenderChoices.Split(request.Render) : YSplit.None;
        series = Shape(series, stacks, split, request.Render.Accumulate).WithoutOverflow(notes)
            .Thinned(mark, mark == XyMark.Bar || stacks != Stacking.Unstacked, notes);
        return new XyChart(request.Kind, mark, axis, YAxis(request, roles.Y, stacks), series)
        {
            Split = split,
            YAxes = [.. Measures(roles, split).Select(columns => YAxis(request, columns, stacks))],
            Stacking = stacks,
            Horizontal = Horizontal,
            Title = request.Title,
            Subject = Subject(request, roles),
            ShowLegend = request.WantsLegend && (series.Count > 1 || roles.Series.Count > 0),
            Notes = notes,
        };
    }

    private List<Series> Shape(List<Series> series, Stacking stacks, YSplit split, bool accumulate)
    {
        if (mark == XyMark.Bar || stacks != Stacking.Unstacked)
            series = series.Aligned(mark == XyMark.Bar && !accumulate ? double.NaN : 0);
        else if (mark != XyMark.Point)
            series = [.. series.Select(s => s.Sorted())];
        if (accumulate)
            series = [.. series.Select(s => s.Accumulated())];
        if (stacks != Stacking.Percent)
            return series;
        return split == YSplit.None
            ? series.Percentages()
            : [.. series.GroupBy(s => s.Measure).SelectMany(group => group.ToList().Percentages())];
    }

    private static bool IsLog(ChartRequest request, Stacking stacks) =>
        RenderChoices.IsLog(request.Render.YAxis) && stacks != Stacking.Percent;

    /// <summary>The columns that share an axis: all of them, or each has its own.</summary>
    private static IEnumerable<IReadOnlyList<int>> Measures(ColumnRoles roles, YSplit split) =>
        split == YSplit.None ? [roles.Y] : roles.Y.Select(c => (IReadOnlyList<int>)[c]);

    private static Axis YAxis(ChartRequest request, IReadOnlyList<int> columns, Stacking stacks)
    {
        var units = columns.Select(c => ColumnReading.UnitOf(request.Table.Columns[c])).Distinct().ToArray();
        var unit = units.Length == 1 ? units[0] : AxisUnit.None;
        var render = request.Render;
        var single = columns.Count == 1 ? request.NameOf(columns[0]) : "";
        return new Axis(AxisScale.Number, stacks == Stacking.Percent ? AxisUnit.Percent : unit)
        {
            Title = render.YTitle is { } title ? Labels.Title(title) : single,
            Log = IsLog(request, stacks),
            Min = render.YMin,
            Max = render.YMax ?? (stacks == Stacking.Percent ? 100 : null),
        };
    }

    private static string Subject(ChartRequest request, ColumnRoles roles)
    {
        var values = string.Join(", ", roles.Y.Select(request.NameOf));
        var series = roles.Series.Count == 0 ? "" : " by " + string.Join(", ", roles.Series.Select(request.NameOf));
        return roles.X < 0 ? values + series : $"{values}{series} over {request.NameOf(roles.X)}";
    }

    /// <summary>
    /// Kusto takes every number as a value, also a key such as DestPort in <c>by DestPort, bin(TimeGenerated, 1d)</c>;
    /// the chart says how to split by it. Arrays of make-series stand before the time and are no keys.
    /// </summary>
    private static List<string> NumbersBeforeTime(ChartRequest request, ColumnRoles roles, KqlTable given)
    {
        var columns = request.Table.Columns;
        if (request.Render.YColumns is not null || roles.X < 0 || columns[roles.X].Type != KqlType.DateTime)
            return [];
        var after = roles.Y.Any(c => c > roles.X);
        return [.. roles.Y.Where(c => after && c < roles.X && given.Columns[c].Type != KqlType.Dynamic).Select(request.NameOf).Select(name =>
            $"{name} is drawn as a value; to split by it, add: with (series={name}).")];
    }
}
