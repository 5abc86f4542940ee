using FlowKernel.Text;

namespace FlowKernel.Plan;

/// <summary>
/// A dynamic value of the input and the column that takes its elements. A column that is not dynamic takes them
/// converted (<c>to typeof(long)</c>); an element that cannot be converted is null.
/// </summary>
public readonly record struct Expansion(PlanColumn Column, Scalar Value);

/// <summary>
/// <c>mv-expand</c>: one row per element of the values, which advance together, the shorter ones padded with null. A
/// bag's elements are bags of one property; a null, or a value that is neither array nor bag, is its own one element;
/// an empty array or bag gives no row.
/// </summary>
/// <param name="Input">The rows.</param>
/// <param name="Expansions">What is expanded.</param>
/// <param name="Index">The column of the elements' index from 0 (<c>with_itemindex</c>), or null.</param>
/// <param name="BagsAsArrays">True when a bag's elements are arrays of name and value (<c>kind=array</c>).</param>
/// <param name="RowLimit">The greatest number of rows for one input row, or null.</param>
/// <param name="Columns">Columns of the input that stay, those of the expansions and the index, in order.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Expand(
    Relation Input, IReadOnlyList<Expansion> Expansions, PlanColumn? Index, bool BagsAsArrays, Scalar? RowLimit,
    IReadOnlyList<PlanColumn> Columns, TextSpan Span)
    : Relation(Columns, Span);
