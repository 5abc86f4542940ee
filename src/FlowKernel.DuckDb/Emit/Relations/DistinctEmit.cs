using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary><c>distinct</c>.</summary>
internal static class DistinctEmit
{
    public static SelectBlock Emit(Distinct distinct, EmitContext context)
    {
        var input = context.Open(context.Emit(distinct.Input), []);
        var visible = distinct.Columns.Select(c => input.Find(c)!).ToList();
        return input.WithItems(visible) with
        {
            Modifier = "DISTINCT ",
            IsClosed = true,
            Order = [],
            Unique = [.. visible.Select(i => i.Name)],
        };
    }
}
