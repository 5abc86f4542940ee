using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>Tells expressions apart that depend on nothing but a relation's row.</summary>
internal static class ValueOfRow
{
    /// <summary>
    /// A text of its own for each value: equal texts mean equal values, as the columns of one relation have different names.
    /// </summary>
    public static string Text(Scalar value) => value switch
    {
        ColumnRef reference => SqlText.Identifier(reference.Column.Name),
        Literal literal => $"{literal.Type} {SqlLiteral.Of(literal)}",
        _ => $"{((Call)value).Function}({string.Join(", ", ScalarTree.Children(value).Select(Text))})",
    };
}
