using FlowKernel.Plan;

namespace FlowKernel.Algorithms.Scanning;

/// <summary>Which rows of a step come out.</summary>
public enum ScanOutput
{
    /// <summary>Every row that matches.</summary>
    All,

    /// <summary>The last of the rows that match one after the other.</summary>
    Last,

    /// <summary>No row.</summary>
    None,
}

/// <summary>A step of <c>scan</c>.</summary>
/// <param name="Output">Which of its rows come out.</param>
/// <param name="Condition">True for a row that matches.</param>
/// <param name="Assignments">The columns that it sets, by their index in the state, each over the state before.</param>
/// <param name="State">
/// What its state looks like to expressions: the columns of the rows, then the declared ones.
/// </param>
public sealed record ScanStep(
    ScanOutput Output, Scalar Condition, IReadOnlyList<(int Column, Scalar Value)> Assignments,
    IReadOnlyList<PlanColumn> State);
