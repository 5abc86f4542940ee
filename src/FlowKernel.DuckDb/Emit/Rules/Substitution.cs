using System.Collections.Frozen;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>Writes an expression over a projection as one over the projection's input.</summary>
internal static class Substitution
{
    /// <summary>What may be computed twice, once to choose rows and once for those that stay.</summary>
    private static readonly FrozenSet<string> Cheap = FrozenSet.Create(
        StringComparer.Ordinal,
        "and", "or", "not", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "negate", "between", "!between",
        "=~", "!~", "in", "!in", "has", "!has", "has_cs", "contains", "!contains", "contains_cs", "startswith",
        "endswith", "startswith_cs", "endswith_cs", "isempty", "isnotempty", "isnull", "isnotnull", "tostring", "bin",
        "strcat", "tolower", "toupper", "iff", "ipv4_is_in_range", "ipv4_is_in_any_range", "ipv4_is_private");

    /// <summary>The expression over the input; null where that would repeat costly or changing work.</summary>
    public static Scalar? Into(Project project, Scalar scalar)
    {
        var values = new Dictionary<PlanColumn, Scalar>(project.Assignments.Count);
        foreach (var assignment in project.Assignments)
            values[assignment.Column] = assignment.Value;
        return ScalarTree.Columns(scalar).All(c => values.TryGetValue(c, out var value) && IsCheap(value))
            ? ScalarTree.Rewrite(scalar, s => s is ColumnRef reference ? values[reference.Column] : s)
            : null;
    }

    private static bool IsCheap(Scalar value) => Conditions.IsOfRowAlone(value)
        && ScalarTree.All(value).OfType<Call>().All(c => Cheap.Contains(c.Function));
}
