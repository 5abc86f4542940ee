using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Algorithms.Expressions;

/// <summary>
/// Turns scalar expressions of a plan into something that runs row by row, for the few that depend on rows before.
/// </summary>
public static class RowCompiler
{
    /// <summary>
    /// The first part of an expression that cannot run so, or null when all of it can.
    /// </summary>
    public static Scalar? FindRefused(Scalar scalar) => scalar switch
    {
        ColumnRef or Literal => null,
        Call call => call.Arguments.Select(FindRefused).FirstOrDefault(s => s is not null)
            ?? (RowFunctions.Find(call) is null ? call : null),
        _ => scalar,
    };

    /// <summary>The expression over an array of values; <paramref name="slot"/> says where a column's value is.</summary>
    public static RowExpression Compile(Scalar scalar, Func<PlanColumn, int> slot)
    {
        switch (scalar)
        {
            case ColumnRef reference:
                var at = slot(reference.Column);
                return values => values[at];
            case Literal literal:
                var constant = literal.Value ?? (literal.Type == KqlType.String ? "" : null);
                return _ => constant;
            case Call call when RowFunctions.Find(call) is { } make:
                return make(call, [.. call.Arguments.Select(a => Compile(a, slot))]);
            default:
                throw new InvalidOperationException($"A {scalar.GetType().Name} cannot run row by row.");
        }
    }
}
