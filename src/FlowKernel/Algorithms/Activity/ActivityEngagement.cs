using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Activity;

/// <summary>
/// <c>activity_engagement</c>: distinct ids of each step, those of a longer window that ends with it, and the share of
/// the first in the second. What a step without rows gives is not documented.
/// </summary>
/// <param name="timeline">The steps, as wide as the inner window.</param>
/// <param name="outer">The outer window; a multiple of a step.</param>
/// <param name="columns">The result's.</param>
/// <param name="span">Where the plug-in stands.</param>
public sealed class ActivityEngagement(
    Timeline timeline, long outer, IReadOnlyList<KqlColumn> columns, TextSpan span)
    : ActivityAlgorithm("activity_engagement", timeline, columns, span)
{
    private readonly long _steps = outer / timeline.Step;

    /// <inheritdoc/>
    protected override string? Doubt(IReadOnlyList<Activity> activities)
    {
        if (activities.Any(a => Timeline.StepOf(a.Time) is < 0 and var step && step > -_steps))
            return "rows before the start lie in the outer window of the first step";
        var filled = BySteps(activities).Keys.Order().ToList();
        var next = filled.Skip(1).Append(Timeline.Steps);
        return filled.Zip(next).Any(pair => pair.Second - pair.First > 1 && _steps > 1)
            ? "a step has no rows, and its outer window does"
            : null;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Measured> Measure(IReadOnlyList<Activity> activities, CancellationToken cancellation)
    {
        var bySteps = BySteps(activities)
            .ToDictionary(s => s.Key, s => s.Value.Select(a => a.Id).OfType<object>().ToHashSet());
        foreach (var (step, inner) in bySteps.OrderBy(s => s.Key))
        {
            cancellation.ThrowIfCancellationRequested();
            var ids = bySteps.Where(s => s.Key <= step && s.Key > step - _steps).SelectMany(s => s.Value).ToHashSet();
            yield return new Measured(step, [(long)inner.Count, (long)ids.Count, (double)inner.Count / ids.Count]);
        }
    }
}
