using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Activity;

/// <summary>
/// <c>funnel_sequence_completion</c>: for each window, period and state, how many ids went through the states up to this
/// one within the period. Other states may stand between: the documentation's example has 244 ids that came to its second
/// state in a day, where 150 did so with none between. Refuses rows where it matters which of two states of one time
/// came first.
/// </summary>
/// <param name="timeline">The windows.</param>
/// <param name="sequence">The states, in order.</param>
/// <param name="periods">The longest times from the first state to the last.</param>
/// <param name="columns">The result's: window, state, period, count.</param>
/// <param name="span">Where the plug-in stands.</param>
public sealed class FunnelCompletion(
    Timeline timeline, IReadOnlyList<string> sequence, IReadOnlyList<long> periods, IReadOnlyList<KqlColumn> columns,
    TextSpan span) : IRowsAlgorithm
{
    /// <inheritdoc/>
    public string Name => "funnel_sequence_completion";

    /// <summary>The input's columns: id, time, state as a text.</summary>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var window in Events(inputs[0], cancellation).GroupBy(e => timeline.StepOf(e.Time)).OrderBy(g => g.Key))
        {
            var byId = window.GroupBy(e => e.Id).Select(g => g.OrderBy(e => e.Time).ToList()).ToList();
            foreach (var period in periods)
            {
                cancellation.ThrowIfCancellationRequested();
                var reached = byId.Select(events => Reached(events, period, later: true)).ToList();
                if (byId.Zip(reached).Any(p => Reached(p.First, period, later: false) != p.Second))
                    return Undecided();
                for (var state = 0; state < sequence.Count; state++)
                {
                    rows.Add([
                        timeline.ValueOf(window.Key), sequence[state], new TimeSpan(period),
                        (long)reached.Count(r => r > state)]);
                }
            }
        }

        return KqlTable.FromRows(columns, rows);
    }

    private IEnumerable<(object Id, long Time, string State)> Events(KqlTable table, CancellationToken cancellation)
    {
        for (var row = 0; row < table.RowCount; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (table[row, 0] is { } id && Timeline.Count(table[row, 1]) is { } time && time >= timeline.Start
                && time <= timeline.End && table[row, 2] is string state && sequence.Contains(state))
            {
                yield return (id, time, state);
            }
        }
    }

    /// <summary>How many states an id goes through at most; each one later than the one before, or at the same time too.</summary>
    private int Reached(List<(object Id, long Time, string State)> events, long period, bool later)
    {
        var best = 0;
        foreach (var (_, start, _) in events.Where(e => e.State == sequence[0]))
        {
            var (reached, at) = (1, start);
            while (reached < sequence.Count
                && Next(events, sequence[reached], at, later || sequence[reached] == sequence[reached - 1]) is { } next && next - start <= period)
                (reached, at) = (reached + 1, next);
            best = Math.Max(best, reached);
        }

        return best;
    }

    private static long? Next(List<(object Id, long Time, string State)> events, string state, long at, bool later) => events
        .Where(e => e.State == state && (later ? e.Time > at : e.Time >= at)).Select(e => (long?)e.Time).FirstOrDefault();

    private Diagnostic Undecided() => new(
        "FK0172", $"'{Name}' cannot run over these rows: an id has two states of the sequence at one time, and it is not documented which comes first.",
        span, "Make the times distinct, for example by a column that tells the order.");
}
