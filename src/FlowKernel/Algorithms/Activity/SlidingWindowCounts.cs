using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Activity;

/// <summary>
/// <c>sliding_window_counts</c>: rows and distinct ids of each step and those before it in a window; steps whose window
/// has no row are left out.
/// </summary>
public sealed class SlidingWindowCounts(
    Timeline timeline, long window, IReadOnlyList<KqlColumn> columns, TextSpan span)
    : ActivityAlgorithm("sliding_window_counts", timeline, columns, span)
{
    private readonly long _steps = Math.Max(1, window / timeline.Step);

    /// <inheritdoc/>
    protected override string? Doubt(IReadOnlyList<Activity> activities) =>
        activities.Any(a => Timeline.StepOf(a.Time) is < 0 and var step && step > -_steps)
            ? "rows before the start lie in the window of the first step"
            : null;

    /// <inheritdoc/>
    protected override IEnumerable<Measured> Measure(
        IReadOnlyList<Activity> activities, CancellationToken cancellation)
    {
        var bySteps = BySteps(activities);
        for (var step = 0L; step < Timeline.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var first = step - _steps + 1;
            var inside = bySteps.Where(s => s.Key >= first && s.Key <= step).SelectMany(s => s.Value).ToList();
            if (inside.Count > 0)
                yield return new Measured(step, [(long)inside.Count, (long)inside.DistinctBy(a => a.Id).Count()]);
        }
    }
}
