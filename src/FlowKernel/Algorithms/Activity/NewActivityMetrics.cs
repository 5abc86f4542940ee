using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Activity;

/// <summary>
/// <c>new_activity_metrics</c>: for each step the ids that no step before had, and how many of them each later step has
/// again; with the ids of that later step that none up to the first one had. Ids of the second input count as seen
/// before the start. A share of no ids is NaN.
/// </summary>
/// <param name="timeline">The steps; what lies outside does not count.</param>
/// <param name="cohort">The one step whose new ids to tell of, or null for each.</param>
/// <param name="columns">The result's.</param>
/// <param name="span">Where the plug-in stands.</param>
public sealed class NewActivityMetrics(
    Timeline timeline, long? cohort, IReadOnlyList<KqlColumn> columns, TextSpan span) : IRowsAlgorithm
{
    private const int MostSteps = 2000;

    /// <inheritdoc/>
    public string Name => "new_activity_metrics";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        if (timeline.Steps > MostSteps)
        {
            return new Diagnostic(
                "FK0166", $"'{Name}' cannot run: there are more than {MostSteps:N0} windows from start to end.", span,
                "Make the window longer.");
        }

        var before = inputs.Skip(1).SelectMany(t => Enumerable.Range(0, t.RowCount).Select(row => t[row, 0]))
            .OfType<object>().ToHashSet();
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var (dimensions, activities) in ActivityRows.ByDimensions(inputs[0], cancellation))
        {
            foreach (var (from, to, values) in Measure(Steps(activities), before, cancellation))
                rows.Add([timeline.ValueOf(from), timeline.ValueOf(to), .. dimensions.Values, .. values]);
        }

        return KqlTable.FromRows(columns, rows);
    }

    private HashSet<object>[] Steps(IEnumerable<Activity> activities)
    {
        var steps = new HashSet<object>[timeline.Steps];
        for (var step = 0; step < steps.Length; step++)
            steps[step] = [];
        foreach (var activity in activities.Where(a => a.Time >= timeline.Start && a.Time <= timeline.End))
        {
            if (activity.Id is { } id)
                steps[timeline.StepOf(activity.Time)].Add(id);
        }

        return steps;
    }

    private IEnumerable<(int From, int To, object[] Values)> Measure(
        HashSet<object>[] steps, HashSet<object> before, CancellationToken cancellation)
    {
        var seen = new HashSet<object>(before);
        for (var from = 0; from < steps.Length; from++)
        {
            cancellation.ThrowIfCancellationRequested();
            var fresh = steps[from].Where(id => !seen.Contains(id)).ToHashSet();
            seen.UnionWith(fresh);
            for (var to = from; to < steps.Length && (cohort is null || cohort == from); to++)
            {
                var unseen = to == from ? fresh.Count : steps[to].Count(id => !seen.Contains(id));
                yield return (from, to, Values(fresh, steps[to], unseen));
            }
        }
    }

    private static object[] Values(HashSet<object> fresh, HashSet<object> later, int unseen)
    {
        var retained = fresh.Count(later.Contains);
        var churned = fresh.Count - retained;
        var (back, gone) = ((double)retained / fresh.Count, (double)churned / fresh.Count);
        return [(long)unseen, (long)retained, (long)churned, back, gone];
    }
}
