using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Plan;

/// <summary>
/// What an algorithm makes of the rows of its inputs: <c>scan</c>, graph patterns, plug-ins. The rows are read whole,
/// in order, before the algorithm runs; what it gives is a table that the rest of the plan reads, in that order.
/// </summary>
/// <param name="Inputs">What the algorithm reads, each one on its own.</param>
/// <param name="Algorithm">What makes the rows.</param>
/// <param name="Columns">The columns, in the order in which the algorithm gives them.</param>
/// <param name="Span">Where it stands.</param>
public sealed record RowsStage(
    IReadOnlyList<Relation> Inputs, IRowsAlgorithm Algorithm, IReadOnlyList<PlanColumn> Columns, TextSpan Span)
    : Relation(Columns, Span);

/// <summary>A computation over whole tables that SQL does not express.</summary>
public interface IRowsAlgorithm
{
    /// <summary>Its name for people, that of the operator or plug-in.</summary>
    string Name { get; }

    /// <summary>
    /// The rows, in columns of the types that the <see cref="RowsStage"/> has; or why there are none. Must not keep
    /// state between runs, and must look at the token in every loop over rows.
    /// </summary>
    Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation);
}
