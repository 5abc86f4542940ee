using System.Collections.Frozen;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>Takes predicates apart into conditions that all hold, and puts them together.</summary>
internal static class Conditions
{
    private static readonly FrozenSet<string> Changing =
        FrozenSet.Create(StringComparer.Ordinal, "rand", "new_guid", "assert");

    /// <summary>The conditions of a predicate, in order.</summary>
    public static IEnumerable<Scalar> Of(Scalar predicate) =>
        predicate is Call { Function: "and", Arguments: [var left, var right] }
            ? Of(left).Concat(Of(right))
            : [predicate];

    /// <summary>The predicate for which all of these hold; there is at least one.</summary>
    public static Scalar All(IEnumerable<Scalar> conditions) =>
        conditions.Aggregate((a, b) => new Call("and", [a, b], KqlType.Bool, a.Span));

    /// <summary>True for an expression that depends on nothing but the row, and gives the same each time.</summary>
    public static bool IsOfRowAlone(Scalar scalar) => ScalarTree.All(scalar).All(s => s switch
    {
        Call call => !Changing.Contains(call.Function),
        ColumnRef or Literal => true,
        _ => false,
    });
}
