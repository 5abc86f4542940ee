using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary><c>mv-apply</c>, <c>partition</c>: a lateral join. Names are unique in a query, so the body needs no alias.</summary>
internal static class ApplyEmit
{
    public static SelectBlock Emit(Apply apply, EmitContext context)
    {
        var input = context.Wrap(context.Emit(apply.Input)) with { Order = [] };
        var outer = apply.Row.Columns.Zip(apply.Input.Columns)
            .Where(p => input.Find(p.Second) is not null)
            .Select(p => input.Find(p.Second)! with { Column = p.First, Name = context.Names.Of(p.First) });
        context.OuterRows[apply.Row] = new SelectBlock(null, [.. outer]);
        var body = context.Wrap(context.Emit(apply.Body)) with { Order = [] };
        var items = input.Items.Concat(body.Items).Where(i => i.Column is { } c && apply.Columns.Contains(c));
        return new SelectBlock($"{input.From},\nLATERAL {body.From}", [.. items]);
    }
}
