using FlowKernel.DuckDb.Emit.Windows;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary>
/// Functions of a row's place (row_number, prev, row_cumsum …). The rows get a number by their order; each function
/// becomes a column of a SELECT of its own, innermost first, and the expression then reads that column.
/// </summary>
internal static class WindowEmit
{
    /// <summary>One expression made ready; see the other overload.</summary>
    public static (Scalar Value, SelectBlock Block) Prepare(Scalar value, SelectBlock input, EmitContext context)
    {
        var (values, block) = Prepare([value], input, context);
        return (values[0], block);
    }

    /// <summary>The expressions without window functions, and the SELECT over which they hold.</summary>
    public static (IReadOnlyList<Scalar> Values, SelectBlock Block) Prepare(
        IReadOnlyList<Scalar> values, SelectBlock input, EmitContext context)
    {
        if (!values.Any(HasWindow))
            return (values, input);

        values = [.. values.Select(v => ScalarTree.Rewrite(v, WindowSteps.Split))];
        var (block, row) = Number(input, context);
        while (values.Any(HasWindow))
        {
            var stage = new WindowStage(context.Wrap(block), row, context);
            values = [.. values.Select(v => ScalarTree.Rewrite(v, stage.Replace))];
            block = stage.Block;
        }

        return (values, context.Wrap(block));
    }

    private static bool HasWindow(Scalar scalar) => ScalarTree.All(scalar).Any(s => s is WindowCall);

    /// <summary>The rows with a column that numbers them in their order, and that column.</summary>
    public static (SelectBlock Block, SelectItem Row) Number(SelectBlock input, EmitContext context)
    {
        var block = context.Wrap(input);
        var order = string.Join(", ", block.Order.Select(o => o.Sql));
        var over = order.Length == 0 ? "" : $"ORDER BY {order}";
        var row = new SelectItem(null, context.Names.Fresh("row"), $"row_number() OVER ({over})");
        var numbered = block.WithItems([.. block.Items, row]) with { Order = [new OrderTerm(row.Name, false, false)] };
        return (numbered, row with { Sql = row.QuotedName });
    }
}
