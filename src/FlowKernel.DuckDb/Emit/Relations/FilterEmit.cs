using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary><c>where</c>.</summary>
internal static class FilterEmit
{
    public static SelectBlock Emit(Filter filter, EmitContext context)
    {
        var input = context.Emit(filter.Input);
        var (predicate, block) = WindowEmit.Prepare(filter.Predicate, input, context);
        block = context.Open(block, ScalarTree.Columns(predicate));
        return block with { Where = [.. block.Where, context.Emit(predicate, block)] };
    }
}
