using FlowKernel.DuckDb.Functions;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary><c>mv-expand</c>: the elements side by side, then each one as the type of its column.</summary>
internal static class ExpandEmit
{
    public static SelectBlock Emit(Expand expand, EmitContext context)
    {
        var input = context.Open(
            context.Emit(expand.Input), expand.Expansions.SelectMany(e => ScalarTree.Columns(e.Value)));
        if (input.Order.Count > 0)
            input = context.Wrap(input);

        var lists = expand.Expansions.Select(e => List(expand, e, input, context)).ToList();
        var elements = expand.Expansions.Zip(lists, (e, list) => Element(e, list, context)).ToList();
        var index = new SelectItem(expand.Index, IndexName(expand, context), Index(lists));
        var kept = input.Items.Where(i => i.Column is null || expand.Columns.Contains(i.Column));
        var unnested = context.Wrap(input.WithItems([.. kept, .. elements, index]) with { IsClosed = true });
        return Typed(expand, unnested, elements, index, context);
    }

    private static string List(Expand expand, Expansion expansion, SelectBlock input, EmitContext context)
    {
        var value = Conversion.Cast(context.Emit(expansion.Value, input), expansion.Value.Type, KqlType.Dynamic);
        var list = $"{(expand.BagsAsArrays ? "kql_pairs" : "kql_elements")}({value})";
        return expand.RowLimit is { } limit ? $"({list})[1:{context.Emit(limit, input)}]" : list;
    }

    private static SelectItem Element(Expansion expansion, string list, EmitContext context) =>
        new(expansion.Column, context.Names.Of(expansion.Column), $"unnest({list})");

    private static string IndexName(Expand expand, EmitContext context) =>
        expand.Index is { } column ? context.Names.Of(column) : context.Names.Fresh("index");

    private static string Index(List<string> lists)
    {
        var lengths = lists.Select(l => $"len({l})").ToList();
        return $"unnest(range({(lengths.Count == 1 ? lengths[0] : $"greatest({string.Join(", ", lengths)})")}))";
    }

    private static bool IsOrdered(Expand expand, SelectBlock block) =>
        block.Order.Count > 0 || expand.Input is OuterRow;

    private static SelectBlock Typed(
        Expand expand, SelectBlock block, List<SelectItem> elements, SelectItem index, EmitContext context)
    {
        var names = elements.Select(e => e.Name).ToHashSet();
        var items = block.Items.Select(i => names.Contains(i.Name) ? Typed(i, context) : i);
        var used = items.Where(i => i.Name != index.Name || expand.Index is not null || IsOrdered(expand, block));
        var order = IsOrdered(expand, block) ? block.Order.Append(new OrderTerm(index.Name, false, false)) : [];
        return block.WithItems([.. used]) with { Order = [.. order] };
    }

    private static SelectItem Typed(SelectItem item, EmitContext context)
    {
        var value = $"NULLIF({item.QuotedName}, 'null')";
        return item with
        {
            Sql = Conversion.Cast(value, KqlType.Dynamic, item.Column!.Type),
            IsPlain = false,
        };
    }
}
