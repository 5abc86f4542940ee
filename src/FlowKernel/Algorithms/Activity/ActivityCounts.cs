using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Activity;

/// <summary>
/// <c>activity_counts_metrics</c>: rows, distinct ids, ids that no step before had, and distinct ids so far, of each step
/// with rows.
/// </summary>
public sealed class ActivityCounts(Timeline timeline, IReadOnlyList<KqlColumn> columns, TextSpan span)
    : ActivityAlgorithm("activity_counts_metrics", timeline, columns, span)
{
    /// <inheritdoc/>
    protected override IEnumerable<Measured> Measure(
        IReadOnlyList<Activity> activities, CancellationToken cancellation)
    {
        var seen = new HashSet<object>();
        foreach (var (step, inside) in BySteps(activities).OrderBy(s => s.Key))
        {
            cancellation.ThrowIfCancellationRequested();
            var ids = inside.Select(a => a.Id).OfType<object>().ToHashSet();
            var before = seen.Count;
            seen.UnionWith(ids);
            yield return new Measured(
                step, [(long)inside.Count, (long)ids.Count, (long)(seen.Count - before), (long)seen.Count]);
        }
    }
}
