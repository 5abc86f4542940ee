using System.Globalization;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.DuckDb.Functions;

/// <summary>
/// Dynamic values, arrays and bags (https://learn.microsoft.com/kusto/query/scalar-data-types/dynamic).
/// </summary>
internal static class Dynamics
{
    private const string Array = "kql_array";

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("[]", Member) { Page = "scalar-data-types/dynamic" },
        new("parse_json", Parse),
        new("parsejson", Parse) { Page = "parse-json-function" },
        new("todynamic", Parse) { Page = "parse-json-function" },
        new("toobject", Parse) { Page = "parse-json-function" },
        new("dynamic_to_json", "kql_sorted_json({0:dynamic})"),
        new("extract_json", c => ExtractJson(c, 0, 1)),
        new("extractjson", c => ExtractJson(c, 0, 1)) { Page = "extract-json-function" },
        new("bag_pack", Pack) { Page = "pack-function" },
        new("pack", Pack),
        new("pack_dictionary", Pack) { Page = "pack-function" },
        new("bag_pack_columns", PackColumns),
        new("pack_all", c => Pack(c) is { Value: { } bag } ? $"kql_bag_without_empty({bag})::JSON" : Pack(c)),
        new("pack_array", c => $"{Array}({All(c)})::JSON"),
        new("bag_keys", "kql_bag_keys({0:dynamic})::JSON"),
        new("bag_has_key", "kql_bag_has_key({0:dynamic}, {1:string})"),
        new("bag_merge", c => $"kql_merge_bags({Array}({All(c)}))::JSON"),
        new("bag_remove_keys", "kql_bag_remove_keys({0:dynamic}, {1:dynamic})::JSON"),
        new("bag_set_key", "kql_bag_set_key({0:dynamic}, {1:string}, coalesce({2:dynamic}, 'null'::JSON))::JSON"),
        new("bag_zip", "kql_bag_zip({0:dynamic}, {1:dynamic})::JSON"),
        new("array_length", "kql_array_length({0:dynamic})") { Gives = KqlType.Long },
        new("arraylength", "kql_array_length({0:dynamic})") { Gives = KqlType.Long, Page = "array-length-function" },
        new("array_concat", c => $"kql_array_concat({All(c)})::JSON"),
        new("array_slice", "kql_array_slice({0:dynamic}, {1:long}, {2:long=9223372036854775807})::JSON"),
        new("array_reverse", "kql_array_reverse({0:dynamic})::JSON"),
        new("array_rotate_left", "kql_array_rotate({0:dynamic}, {1:long})::JSON"),
        new("array_rotate_right", "kql_array_rotate({0:dynamic}, -({1:long}))::JSON"),
        new("array_shift_left",
            "kql_array_shift({0:dynamic}, {1:long}, coalesce({2:dynamic='null'::JSON}, 'null'::JSON))::JSON"),
        new("array_shift_right",
            "kql_array_shift({0:dynamic}, -({1:long}), coalesce({2:dynamic='null'::JSON}, 'null'::JSON))::JSON"),
        new("array_sort_asc", c => Sort(c, "false")),
        new("array_sort_desc", c => Sort(c, "true")),
        new("array_split", "kql_array_split({0:dynamic}, {1:dynamic})::JSON"),
        new("array_sum", "kql_array_sum({0:dynamic})") { Gives = KqlType.Real },
        new("array_iff", IfEach),
        new("array_iif", IfEach) { Page = "array-iff-function" },
        new("array_index_of", IndexOf) { Gives = KqlType.Long },
        new("set_union", c => $"kql_set_union({All(c)})::JSON"),
        new("set_intersect", c => $"kql_set_intersect({All(c)})::JSON"),
        new("set_difference", c => $"kql_set_difference({All(c)})::JSON"),
        new("set_has_element", "kql_set_has_element({0:dynamic}, {1:dynamic})"),
        new("jaccard_index", "kql_jaccard_index({0:dynamic}, {1:dynamic})") { Gives = KqlType.Real },
        new("set_equals", "kql_set_equals({0:dynamic}, {1:dynamic})"),
        new("treepath", "kql_treepath({0:dynamic})::JSON"),
        new("strcat_array", "kql_join_array({0:dynamic}, {1:string})"),
        new("array_strcat", "kql_join_array({0:dynamic}, {1:string})") { Page = "strcat-array-function" },
        new("zip", c => $"kql_zip({All(c)})::JSON"),
        new("repeat", "kql_repeat(coalesce({0:dynamic}, 'null'::JSON), {1:long})::JSON"),
        new("range", Range),
    ];

    private static string All(Invocation call) => call.All(KqlType.Dynamic);

    private static Outcome<string> Member(Invocation call)
    {
        var value = call.As(0, KqlType.Dynamic);
        if (call.TryConstant<string>(1, out var name) && !name.Contains('"', StringComparison.Ordinal)
            && !name.Contains('\\', StringComparison.Ordinal))
            return OfType(call, $"nullif(json_extract({value}, {SqlText.Text($"$.\"{name}\"")}), 'null'::JSON)");
        if (call[1].Scalar is Literal { Value: long or int } literal)
        {
            var index = System.Convert.ToInt64(literal.Value, System.Globalization.CultureInfo.InvariantCulture);
            var path = index < 0 ? $"$[#{index}]" : $"$[{index}]";
            return OfType(call, $"nullif(json_extract({value}, {SqlText.Text(path)}), 'null'::JSON)");
        }

        return call.TypeOf(1) is KqlType.Int or KqlType.Long
            ? OfType(call, $"kql_element({value}, {call.As(1, KqlType.Long)})::JSON")
            : OfType(call, $"kql_member({value}, {call.As(1, KqlType.Dynamic)})::JSON");
    }

    private static string OfType(Invocation call, string json) => Conversion.Cast(json, KqlType.Dynamic, call.Type);

    private static Outcome<string> Parse(Invocation call) => call.TypeOf(0) == KqlType.String
        ? $"kql_parse_json({call.Sql(0)})::JSON"
        : call.As(0, KqlType.Dynamic);

    /// <summary>The path comes first, or second in the old order of the arguments.</summary>
    private static Outcome<string> ExtractJson(Invocation call, int path, int json)
    {
        if (!call.TryConstant<string>(path, out var text))
            return call.NeedsConstant(path, "path");
        if (EnginePath(text) is not { } steps)
            return call.Refuse("only plain paths such as $.a['b c'][0] are supported");
        var value = $"kql_parse_json({call.As(json, KqlType.String)})::JSON";
        return OfType(call, $"nullif(json_extract({value}, {SqlText.Text(steps)}), 'null'::JSON)");
    }

    /// <summary>A path as DuckDB writes it; null for what it cannot name.</summary>
    private static string? EnginePath(string path)
    {
        if (path == "$")
            return path;
        if (!JsonPath.Is(path))
            return null;
        try
        {
            var steps = JsonPath.Parse(path);
            return steps.Any(s => s is string name && name.AsSpan().IndexOfAny('"', '\\') >= 0)
                ? null
                : "$" + string.Concat(steps.Select(s => s is string name
                    ? $".\"{name}\""
                    : string.Create(CultureInfo.InvariantCulture, $"[{s}]")));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Outcome<string> Pack(Invocation call) => call.Count % 2 == 0
        ? $"kql_bag({string.Join(", ", Enumerable.Range(0, call.Count / 2).Select(i => Pair(call, 2 * i)))})::JSON"
        : call.Refuse("it needs pairs of a name and a value");

    private static Outcome<string> PackColumns(Invocation call)
    {
        if (call.Arguments.Any(a => a.Scalar is not ColumnRef))
            return call.Refuse("it packs columns only");
        var pairs = call.Arguments.Select((a, i) =>
            $"to_json({SqlText.Text(((ColumnRef)a.Scalar).Column.Name)}), {call.As(i, KqlType.Dynamic)}");
        return $"kql_bag({string.Join(", ", pairs)})::JSON";
    }

    private static string Pair(Invocation call, int index) =>
        $"to_json({call.As(index, KqlType.String)}), {call.As(index + 1, KqlType.Dynamic)}";

    private static Outcome<string> Sort(Invocation call, string descending)
    {
        var arrays = call.Count;
        var nullsLast = "true";
        if (arrays > 1 && call.TypeOf(arrays - 1) == KqlType.Bool)
            nullsLast = call.Sql(--arrays);
        var list = string.Join(", ", Enumerable.Range(0, arrays).Select(i => call.As(i, KqlType.Dynamic)));
        var sorted = $"kql_array_sort({Array}({list}), {descending}, {nullsLast})::JSON";
        return arrays > 1 ? sorted : $"json_extract({sorted}, '$[0]')";
    }

    private static Outcome<string> IfEach(Invocation call) =>
        $"kql_array_iff({call.As(0, KqlType.Dynamic)}, coalesce({call.As(1, KqlType.Dynamic)}, 'null'::JSON), "
        + $"coalesce({call.As(2, KqlType.Dynamic)}, 'null'::JSON))::JSON";

    private static Outcome<string> IndexOf(Invocation call)
    {
        var (start, length, nth) = (Number(call, 2, "0"), Number(call, 3, "-1"), Number(call, 4, "1"));
        return $"kql_array_index_of({call.As(0, KqlType.Dynamic)}, {call.As(1, KqlType.Dynamic)}, "
            + $"CAST(to_json([{start}, {length}, {nth}]) AS VARCHAR))";
    }

    private static string Number(Invocation call, int index, string absent) =>
        index < call.Count ? call.As(index, KqlType.Long) : absent;

    private static Outcome<string> Range(Invocation call)
    {
        if (call.Any(KqlType.DateTime) || call.Any(KqlType.TimeSpan))
        {
            var type = call.TypeOf(0);
            var hour = call.Count > 2 ? call.As(2, KqlType.TimeSpan) : "36000000000";
            var text = type == KqlType.DateTime ? "true" : "false";
            var end = Conversion.Cast(call.As(1, type), type, KqlType.Long);
            return $"kql_range_of_time({call.As(0, KqlType.Long)}, {end}, {hour}, {text})::JSON";
        }

        var number = call.Any(KqlType.Real) ? KqlType.Real : KqlType.Long;
        var step = call.Count > 2 ? call.As(2, number) : "1";
        return $"kql_range_{number.Name()}({call.As(0, number)}, {call.As(1, number)}, {step})::JSON";
    }
}
