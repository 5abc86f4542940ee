using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Activity;

/// <summary>
/// <c>sequence_detect</c>: the times of the steps of each sequence, and how long it took. As in the documentation's example,
/// an event begins a sequence with each later one that fits, and equal sequences are given once. Refuses rows where it
/// matters which of two steps of one time came first.
/// </summary>
/// <param name="type">The type of times.</param>
/// <param name="steps">How many steps there are.</param>
/// <param name="longestStep">The longest time between two steps.</param>
/// <param name="longest">The longest time from the first step to the last.</param>
/// <param name="columns">The result's: dimensions, times, duration.</param>
/// <param name="span">Where the plug-in stands.</param>
public sealed class SequenceDetection(
    KqlType type, int steps, long longestStep, long longest, IReadOnlyList<KqlColumn> columns, TextSpan span)
    : IRowsAlgorithm
{
    private const int Most = 1_000_000;
    private readonly Timeline _times = new(type, 0, 0, 1);

    /// <inheritdoc/>
    public string Name => "sequence_detect";

    /// <summary>The input's columns: time, whether the row is each of the steps, dimensions.</summary>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var (dimensions, times) in TimesOfSteps(inputs[0], cancellation))
        {
            foreach (var found in From(times, [], cancellation))
            {
                if (found.Zip(found.Skip(1)).Any(p => p.First == p.Second))
                    return Undecided();
                rows.Add([
                    .. dimensions.Values, .. found.Select(_times.Of), new TimeSpan(found[^1] - found[0])]);
                if (rows.Count > Most)
                    return TooMany();
            }
        }

        return KqlTable.FromRows(columns, rows);
    }

    /// <summary>For each combination of dimensions and each step, the times of its rows, in order.</summary>
    private Dictionary<RowKey, SortedSet<long>[]> TimesOfSteps(KqlTable table, CancellationToken cancellation)
    {
        var groups = new Dictionary<RowKey, SortedSet<long>[]>();
        for (var row = 0; row < table.RowCount; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Timeline.Count(table[row, 0]) is not { } time)
                continue;
            var key = new RowKey([.. table.Vectors.Skip(1 + steps).Select(v => v[row])]);
            if (!groups.TryGetValue(key, out var times))
                groups.Add(key, times = [.. Enumerable.Range(0, steps).Select(_ => new SortedSet<long>())]);
            for (var step = 0; step < steps; step++)
            {
                if (table[row, 1 + step] is true)
                    times[step].Add(time);
            }
        }

        return groups;
    }

    private IEnumerable<IReadOnlyList<long>> From(
        SortedSet<long>[] times, IReadOnlyList<long> before, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (before.Count == steps)
            return [before];
        if (before.Count == 0)
            return times[0].SelectMany(time => From(times, [time], cancellation));
        var last = Math.Min(Later(before[^1], longestStep), Later(before[0], longest));
        return times[before.Count].GetViewBetween(before[^1], last).SelectMany(time => From(times, [.. before, time], cancellation));
    }

    private static long Later(long time, long by) => by > long.MaxValue - time ? long.MaxValue : time + by;

    private Diagnostic Undecided() => new(
        "FK0172", $"'{Name}' cannot run over these rows: two steps of a sequence have one time, and it is not documented which comes first.",
        span, "Make the times distinct, or write steps that no two rows of one time fit.");

    private Diagnostic TooMany() => new(
        "FK0173", $"'{Name}' cannot run over these rows: there are more than {Most:N0} sequences.",
        span, "Narrow the steps or their windows, or add dimensions.");
}
