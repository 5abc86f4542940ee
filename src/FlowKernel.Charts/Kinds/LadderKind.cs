using System.Globalization;
using FlowKernel.Charts.Roles;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Charts.Kinds;

/// <summary>
/// Stretches of time: the last two datetime columns are start and end, the other columns name the row
/// (https://learn.microsoft.com/kusto/query/visualization-ladderchart).
/// </summary>
internal sealed class LadderKind : IChartKind
{
    private const int Most = 200;

    public Outcome<ChartSpec> Build(ChartRequest request)
    {
        var table = request.Table;
        int[] times = [.. Indices(table).Where(c => table.Columns[c].Type == KqlType.DateTime).TakeLast(2)];
        if (times.Length < 2)
            return ChartMistakes.WrongShape("ladderchart", "two datetime columns, start and end", table);
        int[] by = [.. Indices(table).Where(c => !times.Contains(c))];
        var spans = Spans(table, times, by);
        var fromTo = $"{request.NameOf(times[0])} to {request.NameOf(times[1])}";
        return new LadderChart(request.Kind, spans.Take(Most).ToList())
        {
            Title = request.Title,
            TimeTitle = ColumnReading.TitleOf(table.Columns[times[0]], fromTo),
            Subject = fromTo + (by.Length == 0 ? "" : " by " + string.Join(", ", by.Select(request.NameOf))),
            Notes = [.. Notes(spans.Count, table.RowCount - spans.Count)],
        };
    }

    private static IEnumerable<string> Notes(int drawn, int open)
    {
        if (open > 0)
            yield return $"{Counted.Of(open, "row")} without a start or an end cannot be shown.";
        if (drawn > Most)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"Only the first {Most} of {drawn:N0} stretches are shown.");
        }
    }

    private static IEnumerable<int> Indices(KqlTable table) => Enumerable.Range(0, table.Columns.Count);

    private static List<LadderSpan> Spans(KqlTable table, int[] times, int[] by)
    {
        var (starts, ends) = (ColumnReading.Positions(table, times[0]), ColumnReading.Positions(table, times[1]));
        var names = by.Select(c => ColumnReading.Names(table, c)).ToArray();
        return [.. Enumerable.Range(0, table.RowCount)
            .Where(row => !double.IsNaN(starts[row]) && !double.IsNaN(ends[row]))
            .Select(row => new LadderSpan(Labels.Join(names.Select(n => n[row])), starts[row], ends[row]))];
    }
}
