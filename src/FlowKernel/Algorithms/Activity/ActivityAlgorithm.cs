using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Activity;

/// <summary>A row of measures: where it stands on the timeline, and what was measured.</summary>
public readonly record struct Measured(long Step, IReadOnlyList<object?> Values);

/// <summary>
/// What the plug-ins about activity over time have in common: rows of an id, a time and dimensions come in, rows of a
/// step's start, dimensions and measures go out, for each combination of dimensions.
/// </summary>
public abstract class ActivityAlgorithm(string name, Timeline timeline, IReadOnlyList<KqlColumn> columns, TextSpan span)
    : IRowsAlgorithm
{
    /// <inheritdoc/>
    public string Name => name;

    /// <summary>The steps.</summary>
    protected Timeline Timeline => timeline;

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var (dimensions, activities) in ActivityRows.ByDimensions(inputs[0], cancellation))
        {
            if (Doubt(activities) is { } doubt)
            {
                return new Diagnostic(
                    "FK0166", $"'{name}' cannot run over these rows: {doubt}.", span,
                    "Leave such rows out with a where, or widen the range.");
            }

            foreach (var measured in Measure(activities, cancellation))
                rows.Add([timeline.ValueOf(measured.Step), .. dimensions.Values, .. measured.Values]);
        }

        return KqlTable.FromRows(columns, rows);
    }

    /// <summary>What makes the result unsure for these rows, or null.</summary>
    protected virtual string? Doubt(IReadOnlyList<Activity> activities) => null;

    /// <summary>The measures of one combination of dimensions.</summary>
    protected abstract IEnumerable<Measured> Measure(IReadOnlyList<Activity> activities, CancellationToken cancellation);

    /// <summary>The activities of each step between start and end.</summary>
    protected Dictionary<long, List<Activity>> BySteps(IEnumerable<Activity> activities) => activities
        .Where(a => a.Time >= timeline.Start && a.Time <= timeline.End)
        .GroupBy(a => timeline.StepOf(a.Time)).ToDictionary(g => g.Key, g => g.ToList());
}
