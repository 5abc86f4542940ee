using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions.Aggregates;

/// <summary>
/// Lists, sets and bags of a group's values. Arrays among the values are taken apart; nulls are left out, except
/// dynamic nulls in lists. Sets have their values in the order in which they come first; over tables, whose rows have
/// none, DuckDB's faster sets without order do.
/// </summary>
internal static class Collections
{
    /// <summary>How many values a collection takes where the call does not say.</summary>
    private const string Most = "1048576";

    /// <summary>The same of the functions' old names.</summary>
    private const string OldMost = "128";

    private const string Unordered = "The order of a set over tables is not fixed.";

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        .. WithCondition("make_list", (c, where) => List(c, where, distinct: false), null),
        .. WithCondition("make_set", (c, where) => List(c, where, distinct: true), Unordered),
        .. WithCondition("make_bag", Bag, null),
        .. WithCondition("make_dictionary", Bag, null),
        new("makelist", c => List(c, null, distinct: false, OldMost)) { Page = "make-list-aggregation-function" },
        new("makeset", c => List(c, null, distinct: true, OldMost))
        { Page = "make-set-aggregation-function", Note = Unordered },
        new("make_list_with_nulls", c => WithNulls($"list({Element(c)}{c.Context.RowOrder})"))
        { Page = "make-list-with-nulls-aggregation-function" },
    ];

    private static FunctionRow[] WithCondition(
        string name, Func<Invocation, string?, Outcome<string>> emit, string? note)
    {
        var page = name.Replace('_', '-');
        return
        [
            new(name, c => emit(c, null)) { Page = $"{page}-aggregation-function", Note = note },
            new($"{name}_if", c => emit(c, c.As(1, KqlType.Bool)))
            { Page = $"{page}-if-aggregation-function", Note = note },
        ];
    }

    private static Outcome<string> List(Invocation call, string? condition, bool distinct, string most = Most)
    {
        var nulls = call.TypeOf(0) == KqlType.Dynamic && !distinct ? null : $"{call.Sql(0)} IS NOT NULL";
        var tests = new[] { condition, nulls }.Where(t => t is not null).ToList();
        var where = tests.Count == 0 ? "" : $" FILTER (WHERE {string.Join(" AND ", tests)})";
        var limit = condition is null ? 1 : 2;
        var inOrder = !distinct || !call.Context.ReadsTables || call.Context.RowOrder.Length > 0;
        var values = inOrder ? $"{Element(call)}{call.Context.RowOrder}" : $"DISTINCT {Element(call)}";
        var list = $"list({values}){where}";
        var isJson = call.TypeOf(0) == KqlType.Dynamic || (distinct && inOrder);
        if (isJson)
            list = $"kql_{(distinct ? "flatten_set" : "flatten")}(CAST(to_json({list}) AS VARCHAR))::JSON";
        var longest = most;
        if (call.Count > limit)
        {
            var given = Greatest(call, limit);
            if (!given.Succeeded)
                return given;
            longest = given.Value;
        }

        list = isJson
            ? $"kql_array_slice({list}, 0, {longest} - 1)::JSON"
            : $"({list})[1:{longest}]";
        return isJson
            ? $"coalesce({list}, '[]'::JSON)"
            : $"coalesce(to_json({list}), '[]'::JSON)";
    }

    private static Outcome<string> WithNulls(string list) =>
        $"coalesce(kql_flatten(CAST(to_json({list}) AS VARCHAR))::JSON, '[]'::JSON)";

    private static string Element(Invocation call) => call.TypeOf(0) switch
    {
        KqlType.String or KqlType.Int or KqlType.Long or KqlType.Bool => call.Sql(0),
        KqlType.Dynamic => $"coalesce({call.Sql(0)}, 'null'::JSON)",
        _ => call.As(0, KqlType.Dynamic),
    };

    private static Outcome<string> Bag(Invocation call, string? condition)
    {
        var where = condition is null ? "" : $" FILTER (WHERE {condition})";
        var bags = $"list({call.As(0, KqlType.Dynamic)}{call.Context.RowOrder}){where}";
        var bag = $"kql_merge_bags(CAST(to_json({bags}) AS VARCHAR))";
        var limit = condition is null ? 1 : 2;
        if (call.Count > limit)
        {
            var most = Greatest(call, limit);
            if (!most.Succeeded)
                return most;
            bag = $"kql_limit_bag({bag}, {most.Value})";
        }

        return $"coalesce({bag}::JSON, '{{}}'::JSON)";
    }

    private static Outcome<string> Greatest(Invocation call, int index)
    {
        var most = call.TryConstant<long>(index, out var size) ? SqlText.Number(size)
            : call.TryConstant<int>(index, out var small) ? SqlText.Number(small) : null;
        return most is null ? call.NeedsConstant(index, "greatest size")
            : most.StartsWith('-') ? call.Refuse("its greatest size is negative") : most;
    }
}
