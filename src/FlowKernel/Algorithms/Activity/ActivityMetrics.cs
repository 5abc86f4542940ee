using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Activity;

/// <summary>
/// <c>activity_metrics</c>: distinct ids of each step, those that the step before did not have, and the share of the ids
/// before that came back, or did not; NaN for the first step.
/// </summary>
public sealed class ActivityMetrics(Timeline timeline, IReadOnlyList<KqlColumn> columns, TextSpan span)
    : ActivityAlgorithm("activity_metrics", timeline, columns, span)
{
    /// <inheritdoc/>
    protected override string? Doubt(IReadOnlyList<Activity> activities)
    {
        var steps = BySteps(activities).Keys.Order().ToList();
        return steps.Count > 0 && (steps[0] != 0 || steps[^1] - steps[0] != steps.Count - 1)
            ? "a step before the last one has no rows"
            : null;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Measured> Measure(
        IReadOnlyList<Activity> activities, CancellationToken cancellation)
    {
        var before = new HashSet<object>();
        foreach (var (step, inside) in BySteps(activities).OrderBy(s => s.Key))
        {
            cancellation.ThrowIfCancellationRequested();
            var ids = inside.Select(a => a.Id).OfType<object>().ToHashSet();
            var back = ids.Count(before.Contains);
            var share = (double)back / before.Count;
            yield return new Measured(step, [(long)ids.Count, (long)(ids.Count - back), share, 1 - share]);
            before = ids;
        }
    }
}
