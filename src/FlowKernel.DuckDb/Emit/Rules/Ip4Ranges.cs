using System.Collections.Frozen;
using System.Text.Json;
using FlowKernel.DuckDb.Functions.Native;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// Tests whether an address is in ranges of numbers: what <see cref="Ip4Pruning"/> makes, and its SQL over the number
/// column that a table has beside the text.
/// </summary>
internal static class Ip4Ranges
{
    /// <summary>The plan's function for a range test: the column, and an array of first and last numbers.</summary>
    public const string Inside = "$ip4_inside";

    /// <summary>The same for what a comparison of texts after it decides anyway.</summary>
    public const string Perhaps = "$ip4_perhaps";

    private static readonly FrozenDictionary<string, string[]> Fixed = new Dictionary<string, string[]>
    {
        ["ipv4_is_private"] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The columns whose number column the relation could use, under all their names.</summary>
    public static HashSet<PlanColumn> ColumnsOf(Relation relation)
    {
        var all = RelationTree.All(relation).ToList();
        var found = all.SelectMany(RelationTree.Scalars).SelectMany(ScalarTree.All).OfType<Call>()
            .Where(IsTest).Select(c => ((ColumnRef)c.Arguments[0]).Column).ToHashSet();
        var renames = all.OfType<Project>().SelectMany(p => p.Assignments).Where(a => a.Value is ColumnRef).ToList();
        while (renames.Count(a => found.Contains(a.Column) && found.Add(((ColumnRef)a.Value).Column)) > 0)
        {
        }

        return found;
    }

    /// <summary>A range test of a column against constants as a test of numbers, or null where it is none.</summary>
    public static Scalar? Numbered(Call call)
    {
        if (call.Arguments.FirstOrDefault() is not ColumnRef { Type: KqlType.String } column)
            return null;
        var rest = call.Arguments.Skip(1).ToArray();
        IEnumerable<string?>? prefixes = (call.Function, rest) switch
        {
            (_, []) when Fixed.TryGetValue(call.Function, out var ranges) => ranges,
            ("ipv4_is_in_range", [_]) or ("ipv4_is_in_any_range", [_, ..]) => rest.SelectMany(Texts),
            _ => null,
        };
        return prefixes?.Select(p => p is null ? null : Ipv4.Parse(p)).ToList() is { Count: > 0 } parsed
            && parsed.TrueForAll(p => p is not null)
            ? Test(Inside, column, parsed.Select(p => (p!.Value.First, p.Value.Last)))
            : null;
    }

    /// <summary>The number test that goes before <c>==</c> or <c>in</c> with addresses; null where there is none.</summary>
    public static Call? OfEquality(Call call)
    {
        if (call.Arguments.FirstOrDefault() is not ColumnRef { Type: KqlType.String } column)
            return null;
        var numbers = call.Arguments.Skip(1).SelectMany(Texts)
            .Select(text => text is null ? null : Ipv4.Parse(text)).ToList();
        return numbers.Count > 0 && numbers.TrueForAll(n => n is { Bits: 32 })
            ? Test(Perhaps, column, numbers.Select(n => (n!.Value.First, n.Value.Last)))
            : null;
    }

    /// <summary>The SQL of a test; null for any other call, and where the column has no numbers at hand.</summary>
    public static string? Emit(Call call, SelectBlock block)
    {
        if (!IsTest(call))
            return null;
        var ranges = RangesOf(call);
        if (block.Find(((ColumnRef)call.Arguments[0]).Column) is { Ip4: { } ip4 })
            return RangeSearch.Sql(ip4, ranges);
        return call.Function == Perhaps
            ? "true"
            : RangeSearch.Sql($"kql_ipv4({block.Find(((ColumnRef)call.Arguments[0]).Column)!.Sql})", ranges);
    }

    private static bool IsTest(Call call) => call.Function is Inside or Perhaps;

    private static Call Test(string function, ColumnRef column, IEnumerable<(uint First, uint Last)> ranges)
    {
        var numbers = Merged(ranges).Select(r => new[] { r.First, r.Last });
        var array = new DynamicValue(JsonSerializer.Serialize(numbers));
        return new Call(function, [column, new Literal(array, KqlType.Dynamic, column.Span)], KqlType.Bool, column.Span);
    }

    /// <summary>The ranges of a test.</summary>
    public static List<(uint First, uint Last)> RangesOf(Call call) =>
        [.. ((DynamicValue)((Literal)call.Arguments[1]).Value!).Element.EnumerateArray()
            .Select(r => (r[0].GetUInt32(), r[1].GetUInt32()))];

    /// <summary>In order, without overlaps, and neighbours as one.</summary>
    private static List<(uint First, uint Last)> Merged(IEnumerable<(uint First, uint Last)> ranges)
    {
        var merged = new List<(uint First, uint Last)>();
        foreach (var range in ranges.Order())
        {
            if (merged.Count > 0 && range.First <= (ulong)merged[^1].Last + 1)
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            else
                merged.Add(range);
        }

        return merged;
    }

    /// <summary>The text of a constant, the texts of a constant array, or one null for anything else.</summary>
    private static IEnumerable<string?> Texts(Scalar scalar) => scalar switch
    {
        Literal { Value: string text } => [text],
        Literal { Value: DynamicValue { Element: { ValueKind: JsonValueKind.Array } array } } =>
            array.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? e.GetString() : null),
        _ => [null],
    };
}
