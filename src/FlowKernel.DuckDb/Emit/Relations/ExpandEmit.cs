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
        var needed = expand.Index is not null || IsOrdered(expand, input);
        var kept = input.Items.Where(i => i.Column is null || expand.Columns.Contains(i.Column)
            || input.Order.Any(o => o.Name == i.Name));
        SelectItem[] unnest = needed ? [.. kept, .. elements, index] : [.. kept, .. elements];
        var unnested = context.Wrap(input.WithItems(unnest) with { IsClosed = true });
        return Typed(expand, unnested, elements, index, context);
    }

    private static string List(Expand expand, Expansion expansion, SelectBlock input, EmitContext context)
    {
        var value = context.Emit(expansion.Value, input);
        var list = IsOfTexts(expansion)
            ? SplitTexts((Call)expansion.Value, input, context)
            : Elements(expand, Conversion.Cast(value, expansion.Value.Type, KqlType.Dynamic));
        return expand.RowLimit is { } limit ? $"({list})[1:{context.Emit(limit, input)}]" : list;
    }

    private static string Elements(Expand expand, string value) =>
        $"{(expand.BagsAsArrays ? "kql_pairs" : "kql_elements")}({value})";

    /// <summary>The pieces of a text stay texts, without the way over JSON.</summary>
    private static bool IsOfTexts(Expansion expansion) => Rules.SplitItems.IsSplit(expansion.Value);

    private static string SplitTexts(Call split, SelectBlock input, EmitContext context) =>
        $"string_split({context.Emit(split.Arguments[0], input)}, {context.Emit(split.Arguments[1], input)})";

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
        var expansions = elements.Zip(expand.Expansions).ToDictionary(p => p.First.Name, p => p.Second);
        var items = block.Items.Select(i => expansions.TryGetValue(i.Name, out var e) ? Typed(i, IsOfTexts(e)) : i);
        var used = items.Where(i => i.Name != index.Name || expand.Index is not null || IsOrdered(expand, block));
        var order = IsOrdered(expand, block) ? block.Order.Append(new OrderTerm(index.Name, false, false)) : [];
        return block.WithItems([.. used]) with { Order = [.. order] };
    }

    private static SelectItem Typed(SelectItem item, bool isText)
    {
        var type = item.Column!.Type;
        var json = isText ? $"to_json({item.QuotedName})" : item.QuotedName;
        return item with
        {
            Sql = isText && type == KqlType.String
                ? $"coalesce({item.QuotedName}, '')"
                : Conversion.Cast($"NULLIF({json}, 'null')", KqlType.Dynamic, type),
            IsPlain = false,
        };
    }
}
