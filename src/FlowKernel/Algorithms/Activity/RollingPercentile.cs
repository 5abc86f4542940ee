using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Activity;

/// <summary>
/// <c>rolling_percentile</c>: for each bin the value that so many percent of the values in it and in the bins before it do
/// not exceed (nearest rank). The values come as ids.
/// </summary>
public sealed class RollingPercentile(
    Timeline bins, double percent, int window, IReadOnlyList<KqlColumn> columns, TextSpan span)
    : ActivityAlgorithm("rolling_percentile", bins, columns, span)
{
    /// <inheritdoc/>
    protected override string? Doubt(IReadOnlyList<Activity> activities)
    {
        var steps = activities.Select(a => Timeline.StepOf(a.Time)).Distinct().Order().ToList();
        return steps.Count > 0 && steps[^1] - steps[0] != steps.Count - 1 ? "a bin between others has no rows" : null;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Measured> Measure(
        IReadOnlyList<Activity> activities, CancellationToken cancellation)
    {
        var bySteps = activities.Where(a => a.Id is not null).GroupBy(a => Timeline.StepOf(a.Time))
            .ToDictionary(g => g.Key, g => g.Select(a => a.Id!).ToList());
        foreach (var step in bySteps.Keys.Order())
        {
            cancellation.ThrowIfCancellationRequested();
            var values = bySteps.Where(b => b.Key <= step && b.Key > step - window).SelectMany(b => b.Value)
                .Order().ToList();
            var rank = (int)Math.Ceiling(percent / 100 * values.Count);
            yield return new Measured(step, [values[Math.Clamp(rank - 1, 0, values.Count - 1)]]);
        }
    }
}
