using System.Text;

namespace FlowKernel.DuckDb.Emit;

/// <summary>Writes a SELECT as text, one clause a line.</summary>
internal static class SelectText
{
    private const int ShortLine = 100;

    /// <summary>The SQL text, without a line break at its end.</summary>
    public static string Of(SelectBlock block, bool ordered)
    {
        var text = new StringBuilder("SELECT ").Append(block.Modifier).Append(Items(block));
        if (block.From is { } from)
            text.Append("\nFROM ").Append(from);
        if (block.Where.Count > 0)
            text.Append("\nWHERE ").AppendJoin("\n  AND ", block.Where);
        if (block.Grouping.Length > 0)
            text.Append('\n').Append(block.Grouping);
        if (block.Order.Count > 0 && (ordered || block.Limit is not null))
            text.Append("\nORDER BY ").AppendJoin(", ", block.Order.Select(o => o.Sql));
        if (block.Limit is { } limit)
            text.Append("\nLIMIT ").Append(limit);
        return text.ToString();
    }

    private static string Items(SelectBlock block)
    {
        var items = block.Items.Select(Item).ToList();
        if (items.Count == 0)
            return "1";
        var line = string.Join(", ", items);
        return line.Length <= ShortLine && !line.Contains('\n', StringComparison.Ordinal)
            ? line
            : "\n  " + string.Join(",\n  ", items);
    }

    private static string Item(SelectItem item) =>
        item.Sql == item.QuotedName ? item.Sql : $"{item.Sql} AS {item.QuotedName}";
}
