using System.Globalization;
using FlowKernel.Charts.Roles;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;

namespace FlowKernel.Charts.Kinds;

/// <summary>
/// A pivot table as colours: the first column of names runs down, the second across, and the first column of numbers is
/// added up for each pair.
/// </summary>
internal sealed class PivotKind : IChartKind
{
    private const int Most = 60;

    public Outcome<ChartSpec> Build(ChartRequest request)
    {
        var found = NamedValues.Find(request);
        if (!found.Succeeded)
            return new Outcome<ChartSpec>(found.Diagnostics);
        if (found.Value.By.Count < 2)
            return ChartMistakes.WrongShape("pivotchart", "two columns of names and one of numbers", request.Table);
        var (down, across) = (found.Value.By[0], found.Value.By[1]);
        var cells = Cells(request, down, across, found.Value.Value);
        var notes = new List<string>();
        if (Unshown.NotFinite(request.Table, [found.Value.Value]) is { } note)
            notes.Add(note);
        var rows = Largest(cells, c => c.Row, request.NameOf(down), notes);
        var columns = Largest(cells, c => c.Column, request.NameOf(across), notes);
        return new MatrixChart(request.Kind, found.Value.Unit, rows, InOrder(columns), Values(cells, rows, InOrder(columns)))
        {
            Title = request.Title,
            Subject = found.Value.Subject,
            ColumnTitle = request.NameOf(across),
            Notes = notes,
        };
    }

    private static List<(string Row, string Column, double Value)> Cells(
        ChartRequest request, int down, int across, int value)
    {
        var (rows, columns) = (ColumnReading.Names(request.Table, down), ColumnReading.Names(request.Table, across));
        var values = ColumnReading.Positions(request.Table, value);
        return [.. Enumerable.Range(0, values.Length).Where(i => double.IsFinite(values[i]))
            .Select(i => (rows[i], columns[i], values[i]))];
    }

    private static List<string> Largest(
        List<(string Row, string Column, double Value)> cells,
        Func<(string Row, string Column, double Value), string> name,
        string column,
        List<string> notes)
    {
        var all = cells.GroupBy(name, StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(c => Math.Abs(c.Value))).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key).ToList();
        if (all.Count <= Most)
            return all;
        notes.Add(string.Create(
            CultureInfo.InvariantCulture, $"Only the {Most} largest of {all.Count:N0} {column} are shown."));
        return all[..Most];
    }

    private static List<string> InOrder(List<string> names) => [.. names.Order(StringComparer.Ordinal)];

    private static double[][] Values(
        List<(string Row, string Column, double Value)> cells, List<string> rows, List<string> columns)
    {
        var sums = cells.GroupBy(c => (c.Row, c.Column)).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
        return [.. rows.Select(row =>
            columns.Select(column => sums.GetValueOrDefault((row, column), double.NaN)).ToArray())];
    }
}
