using FlowKernel.Diagnostics;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary><c>take</c>: the first rows where there is an order, else any.</summary>
internal static class TakeEmit
{
    public static SelectBlock Emit(Take take, EmitContext context) =>
        Limit(context.Emit(take.Input), take.Count, context);

    /// <summary>At most so many rows of a SELECT.</summary>
    public static SelectBlock Limit(SelectBlock input, Scalar count, EmitContext context)
    {
        var block = input.Limit is null ? input : context.Wrap(input);
        var sql = count switch
        {
            Literal { Value: < 0L or < 0 } => context.Refuse(new Diagnostic(
                "FK0181", "A number of rows cannot be negative.", count.Span, "Give 0 or more.")),
            Literal { Value: long rows } => SqlText.Number(rows),
            Literal { Value: int rows } => SqlText.Number(rows),
            _ => $"({context.Emit(count, block)})",
        };
        return block with { Limit = sql, Order = block.StableOrder };
    }
}
