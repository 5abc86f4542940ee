using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Activity;

/// <summary>
/// <c>active_users_count</c>: for each step the distinct ids with an activity in it that was, together with those of a
/// window up to it, in at least so many periods.
/// </summary>
public sealed class ActiveUsers(
    Timeline timeline, long window, long period, long least, IReadOnlyList<KqlColumn> columns, TextSpan span)
    : ActivityAlgorithm("active_users_count", timeline, columns, span)
{
    /// <inheritdoc/>
    protected override IEnumerable<Measured> Measure(
        IReadOnlyList<Activity> activities, CancellationToken cancellation)
    {
        var active = new Dictionary<long, HashSet<object>>();
        foreach (var times in activities.Where(a => a.Id is not null).GroupBy(a => a.Id!, a => a.Time))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var step in Steps([.. times.Order()]))
            {
                if (!active.TryGetValue(step, out var ids))
                    active.Add(step, ids = []);
                ids.Add(times.Key);
            }
        }

        return active.OrderBy(a => a.Key).Select(a => new Measured(a.Key, [(long)a.Value.Count]));
    }

    private IEnumerable<long> Steps(long[] times)
    {
        var first = 0;
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] < Timeline.Start || times[i] > Timeline.End)
                continue;
            while (times[first] <= times[i] - window)
                first++;
            var periods = times[first..(i + 1)].Select(t => Math.DivRem(t, period).Quotient).Distinct().Count();
            if (periods >= least)
                yield return Timeline.StepOf(times[i]);
        }
    }
}
