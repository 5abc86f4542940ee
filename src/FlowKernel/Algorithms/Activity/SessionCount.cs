using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Activity;

/// <summary>
/// <c>session_count</c>: how many sessions begin in each bin that has rows. A row begins one when its id has no row in
/// the look-back window before it. Rows at the start are looked back at and not counted: the documentation's picture
/// shows 57 sessions in its first bin, where they would make it 58.
/// </summary>
/// <param name="range">From the start to the end, in bins as <c>bin()</c> counts them.</param>
/// <param name="window">The look-back window.</param>
/// <param name="columns">The result's: the bin, the dimensions, the count.</param>
/// <param name="span">Where the plug-in stands.</param>
public sealed class SessionCount(Timeline range, long window, IReadOnlyList<KqlColumn> columns, TextSpan span)
    : ActivityAlgorithm("session_count", range with { Start = 0 }, columns, span)
{
    /// <inheritdoc/>
    protected override string? Doubt(IReadOnlyList<Activity> activities) =>
        activities.Any(a => a.Time < range.Start && a.Time >= range.Start - window)
            ? "rows before the start lie in the look-back window"
            : null;

    /// <inheritdoc/>
    protected override IEnumerable<Measured> Measure(IReadOnlyList<Activity> activities, CancellationToken cancellation)
    {
        var last = new Dictionary<object, long>();
        var sessions = new SortedDictionary<long, long>();
        foreach (var (id, time) in activities.Where(a => a.Time >= range.Start && a.Time <= range.End).OrderBy(a => a.Time))
        {
            cancellation.ThrowIfCancellationRequested();
            if (id is null)
                continue;
            var isNew = !last.TryGetValue(id, out var before) || time - before > window;
            last[id] = time;
            if (time == range.Start)
                continue;
            var bin = Timeline.StepOf(time);
            sessions[bin] = sessions.GetValueOrDefault(bin) + (isNew ? 1 : 0);
        }

        return sessions.Select(s => new Measured(s.Key, [s.Value]));
    }
}
