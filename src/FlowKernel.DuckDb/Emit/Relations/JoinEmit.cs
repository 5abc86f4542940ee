using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary>
/// <c>join</c>. Null keys match each other; a text that an outer join leaves without a row is the empty string.
/// </summary>
internal static class JoinEmit
{
    private static readonly string[] Words =
    [
        "JOIN", "JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN", "SEMI JOIN", "SEMI JOIN", "ANTI JOIN", "ANTI JOIN",
    ];

    public static SelectBlock Emit(Join join, EmitContext context)
    {
        var left = Side(join.Left, join.Kind == JoinKind.InnerUnique ? join.Keys : [], context);
        var right = Side(join.Right, [], context);
        var on = join.Keys.Select(k => Equality(k, left, right, context)).DefaultIfEmpty("true").ToList();
        var swapped = join.Kind is JoinKind.RightSemi or JoinKind.RightAnti;
        var (first, second) = swapped ? (right, left) : (left, right);
        var from = $"{first.From}\n{Words[(int)join.Kind]} {second.From}\n  ON {string.Join("\n  AND ", on)}";
        var items = join.Kind switch
        {
            JoinKind.LeftSemi or JoinKind.LeftAnti => left.Items,
            JoinKind.RightSemi or JoinKind.RightAnti => right.Items,
            JoinKind.LeftOuter => [.. left.Items, .. right.Items.Select(Missing)],
            JoinKind.RightOuter => [.. left.Items.Select(Missing), .. right.Items],
            JoinKind.FullOuter => left.Items.Concat(right.Items).Select(Missing),
            _ => left.Items.Concat(right.Items),
        };
        return new SelectBlock(from, [.. items.Where(i => i.Column is not null)]);
    }

    private static SelectBlock Side(Relation relation, IReadOnlyList<JoinKey> unique, EmitContext context)
    {
        var block = context.Emit(relation);
        if (unique.Count > 0)
            block = MakeUnique(block, unique, context);
        return context.Wrap(block) with { Order = [] };
    }

    /// <summary>Keeps the first row of each key.</summary>
    private static SelectBlock MakeUnique(SelectBlock input, IReadOnlyList<JoinKey> keys, EmitContext context)
    {
        var block = context.Open(input, keys.SelectMany(k => ScalarTree.Columns(k.Left)));
        var on = keys.Select(k => context.Emit(k.Left, block));
        return block with { Modifier = $"DISTINCT ON ({string.Join(", ", on)}) ", IsClosed = true };
    }

    private static string Equality(JoinKey key, SelectBlock left, SelectBlock right, EmitContext context)
    {
        var isNeverNull = key.Left is { Type: KqlType.String } or ColumnRef { Column.IsNeverNull: true };
        var word = isNeverNull ? "=" : "IS NOT DISTINCT FROM";
        return $"{context.Emit(key.Left, left)} {word} {context.Emit(key.Right, right)}";
    }

    private static SelectItem Missing(SelectItem item) => item.Column?.Type == KqlType.String
        ? item with { Sql = $"COALESCE({item.Sql}, '')", IsPlain = false, Ip4 = null }
        : item;
}
