using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary>
/// <c>mv-apply</c>, <c>partition</c>: a lateral join. Names are unique in a query, so the body reads the outer row by
/// them. Rows come in the order of the outer rows, then in that of the body.
/// </summary>
internal static class ApplyEmit
{
    public static SelectBlock Emit(Apply apply, EmitContext context)
    {
        var (input, row) = Numbered(context.Emit(apply.Input), context);
        var outer = apply.Row.Columns.Zip(apply.Input.Columns)
            .Where(p => input.Find(p.Second) is not null)
            .Select(p => input.Find(p.Second)! with { Column = p.First, Name = context.Names.Of(p.First) });
        context.OuterRows[apply.Row] = new SelectBlock(null, [.. outer]);
        var body = context.Wrap(context.Emit(apply.Body));
        var items = input.Items.Concat(body.Items).Where(i => i.Column is null || apply.Columns.Contains(i.Column));
        return new SelectBlock($"{input.From},\nLATERAL {body.From}", [.. items])
        {
            Order = [new OrderTerm(row.Name, false, false), .. body.Order],
        };
    }

    private static (SelectBlock Input, SelectItem Row) Numbered(SelectBlock input, EmitContext context)
    {
        var (block, row) = WindowEmit.Number(input, context);
        return (context.Wrap(block), row);
    }
}
