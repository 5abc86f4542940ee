using System.Globalization;
using FlowKernel.Charts.Roles;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;

namespace FlowKernel.Charts.Kinds;

/// <summary>
/// Events over time: a row for each combination of names, a cell for each stretch of time, coloured by the first column
/// of numbers added up, or by the count of rows where there is none.
/// </summary>
internal sealed class TimePivotKind : IChartKind
{
    private const int MostRows = 60;
    private const int MostBins = 60;

    /// <summary>Stretches that people count in, in seconds.</summary>
    private static readonly double[] Steps =
        [1, 5, 15, 60, 300, 900, 1800, 3600, 10800, 21600, 43200, 86400, 604800, 2592000, 31536000, 315360000];

    public Outcome<ChartSpec> Build(ChartRequest request)
    {
        var table = request.Table;
        int[] columns = [.. Enumerable.Range(0, table.Columns.Count)];
        var time = Array.FindIndex(columns, c => table.Columns[c].Type == KqlType.DateTime);
        if (time < 0)
            return ChartMistakes.NoTime(request.Render, table);
        var by = columns.Where(c => c != time && table.Columns[c].IsName()).ToArray();
        var value = columns.Where(c => c != time && table.Columns[c].IsMeasure()).Cast<int?>().FirstOrDefault();
        var events = Events(table, time, by, value);
        return events.Count == 0
            ? new MatrixChart(request.Kind, AxisUnit.None, [], [], []) { Subject = request.NameOf(time) }
            : Draw(request, events, by, value, time);
    }

    private static List<(string Name, double Time, double Value)> Events(
        KqlTable table, int time, int[] by, int? value)
    {
        var times = ColumnReading.Positions(table, time);
        var names = by.Select(c => ColumnReading.Names(table, c)).ToArray();
        var values = value is { } column ? ColumnReading.Positions(table, column) : null;
        return [.. Enumerable.Range(0, table.RowCount)
            .Where(row => !double.IsNaN(times[row]) && (values is null || double.IsFinite(values[row])))
            .Select(row => (string.Join(" / ", names.Select(n => n[row])), times[row], values?[row] ?? 1))];
    }

    private static MatrixChart Draw(
        ChartRequest request, List<(string Name, double Time, double Value)> events, int[] by, int? value, int time)
    {
        var (first, last) = (events.Min(e => e.Time), events.Max(e => e.Time));
        var step = StepFor(events, last - first);
        var start = Math.Floor(first / step) * step;
        var bins = (int)((last - start) / step) + 1;
        List<string> notes = [.. Unshown.Notes(request.Table, new ColumnRoles(time, value is { } v ? [v] : [], []))];
        var rows = Rows(events, notes);
        var cells = rows.ToDictionary(r => r, _ => Enumerable.Repeat(double.NaN, bins).ToArray(), StringComparer.Ordinal);
        foreach (var (name, at, amount) in events)
        {
            if (!cells.TryGetValue(name, out var row))
                continue;
            ref var cell = ref row[(int)((at - start) / step)];
            cell = double.IsNaN(cell) ? amount : cell + amount;
        }

        var what = value is { } column ? request.NameOf(column) : "events";
        return new MatrixChart(
            request.Kind, value is { } c ? ColumnReading.UnitOf(request.Table.Columns[c]) : AxisUnit.None, rows,
            [.. Enumerable.Range(0, bins).Select(i => Label(start + (i * step), step))], [.. rows.Select(r => cells[r])])
        {
            Title = request.Title,
            Subject = by.Length == 0 ? $"{what} over {request.NameOf(time)}"
                : $"{what} by {string.Join(", ", by.Select(request.NameOf))} over {request.NameOf(time)}",
            ColumnTitle = $"{request.NameOf(time)} (UTC), a cell is {DurationText.Of(TimeSpan.FromMilliseconds(step))}",
            Notes = notes,
        };
    }

    /// <summary>
    /// The shortest stretch, in milliseconds, that keeps cells wide enough; rows that come by the day or hour keep that.
    /// </summary>
    private static double StepFor(List<(string Name, double Time, double Value)> events, double range)
    {
        var shortest = Steps.FirstOrDefault(s => range / (1000 * s) < MostBins, Steps[^1]);
        return 1000 * Steps.LastOrDefault(
            s => s > shortest && s <= 86400 && events.TrueForAll(e => e.Time % (1000 * s) == 0), shortest);
    }

    private static List<string> Rows(List<(string Name, double Time, double Value)> events, List<string> notes)
    {
        var all = events.GroupBy(e => e.Name, StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(e => Math.Abs(e.Value))).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key).ToList();
        if (all.Count <= MostRows)
            return all;
        notes.Add(string.Create(
            CultureInfo.InvariantCulture, $"Only the {MostRows} largest of {all.Count:N0} rows are shown."));
        return all[..MostRows];
    }

    private static string Label(double position, double step) => AxisText.Instant(position).ToString(
        step >= 86_400_000 ? "yyyy-MM-dd" : step >= 60_000 ? "MM-dd HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
}
