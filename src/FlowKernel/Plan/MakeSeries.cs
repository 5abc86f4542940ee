using FlowKernel.Text;

namespace FlowKernel.Plan;

/// <summary>A series: its dynamic column, the aggregate of a bin's rows, and the value of bins without rows.</summary>
public readonly record struct SeriesAssignment(PlanColumn Column, Scalar Value, Scalar? Default);

/// <summary>
/// <c>make-series</c>: one row per value of the keys, with an array per series and one of the bins' starts, from
/// <see cref="From"/> (or the least bin) up to but not including <see cref="To"/> (or up to the greatest bin).
/// </summary>
/// <param name="Input">The rows.</param>
/// <param name="Keys">What the rows are grouped by, besides the bins.</param>
/// <param name="Series">The series.</param>
/// <param name="Axis">The dynamic column of the bins' starts, and the value that is binned.</param>
/// <param name="From">The first bin's start, or null.</param>
/// <param name="To">The end, exclusive, or null.</param>
/// <param name="Step">A bin's width.</param>
/// <param name="Span">Where it stands.</param>
public sealed record MakeSeries(
    Relation Input, IReadOnlyList<Assignment> Keys, IReadOnlyList<SeriesAssignment> Series, Assignment Axis,
    Scalar? From, Scalar? To, Scalar Step, TextSpan Span)
    : Relation(
        [.. Keys.Select(k => k.Column), .. Series.Select(s => s.Column), Axis.Column], Span)
{
    /// <summary>True where no rows give a row of defaults (<c>kind=nonempty</c>): without keys, between two ends.</summary>
    public bool IsNeverEmpty { get; init; }
}
