using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary><c>top</c>.</summary>
internal static class TopEmit
{
    public static SelectBlock Emit(Top top, EmitContext context) =>
        TakeEmit.Limit(SortEmit.Order(context.Emit(top.Input), top.Keys, context), top.Count, context);
}
