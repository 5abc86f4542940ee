using System.Globalization;
using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions.Aggregates;

/// <summary>Variances, deviations and percentiles.</summary>
internal static class Spreads
{
    private const string Ranked = "Takes the nearest rank of all values, where Kusto estimates over many.";

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        .. Spread("variance", "var_samp"),
        .. Spread("variancep", "var_pop"),
        .. Spread("stdev", "stddev_samp"),
        .. Spread("stdevp", "stddev_pop"),
        .. Pair("covariance", "covar_samp"),
        .. Pair("covariancep", "covar_pop"),
        new("percentile", c => Percentile(c, 1)) { Page = "percentiles-aggregation-function", Note = Ranked },
        new("percentiles", c => Percentile(c, 1)) { Page = "percentiles-aggregation-function", Note = Ranked },
        new("percentiles_array", Percentiles) { Page = "percentiles-aggregation-function", Note = Ranked },
        new("percentilew", c => Weighted(c, 2)) { Page = "percentiles-aggregation-function", Note = Ranked },
        new("percentilesw", c => Weighted(c, 2)) { Page = "percentiles-aggregation-function", Note = Ranked },
        new("percentilesw_array", WeightedArray) { Page = "percentiles-aggregation-function", Note = Ranked },
        new("binary_all_and", "bit_and({0:long})")
        { Gives = KqlType.Long, Page = "binary-all-and-aggregation-function" },
        new("binary_all_or", "bit_or({0:long})") { Gives = KqlType.Long, Page = "binary-all-or-aggregation-function" },
        new("binary_all_xor", "bit_xor({0:long})")
        { Gives = KqlType.Long, Page = "binary-all-xor-aggregation-function" },
    ];

    // Of no values it is 0: https://learn.microsoft.com/kusto/query/summarize-operator#default-values-of-aggregations.
    private static FunctionRow[] Spread(string name, string function) =>
    [
        new(name, c => Finite(function, c, "true")) { Page = $"{name}-aggregation-function" },
        new($"{name}if", c => Finite(function, c, c.As(1, KqlType.Bool)))
        { Page = $"{name}if-aggregation-function" },
    ];

    // DuckDB fails where a value is infinite; the spread of such values is no number.
    private static Outcome<string> Finite(string function, Invocation call, string condition)
    {
        var value = call.As(0, KqlType.Real);
        if (call.TypeOf(0) != KqlType.Real)
            return $"coalesce({function}({value}) FILTER (WHERE {condition}), 0.0)";
        return $"CASE WHEN bool_or(NOT isfinite({value})) FILTER (WHERE {condition}) THEN 'NaN'::DOUBLE "
            + $"ELSE coalesce({function}({value}) FILTER (WHERE {condition} AND isfinite({value})), 0.0) END";
    }

    private static FunctionRow[] Pair(string name, string function) =>
    [
        new(name, $"{function}({{1:real}}, {{0:real}})") { Page = $"{name}-aggregation-function" },
        new($"{name}if", $"{function}({{1:real}}, {{0:real}}) FILTER (WHERE {{2:bool}})")
        { Page = $"{name}if-aggregation-function" },
    ];

    private static Outcome<string> Percentile(Invocation call, int index)
    {
        if (call.Count != index + 1)
            return call.Refuse("one percentile a column is expected");
        return Fraction(call, index) is { Value: { } fraction }
            ? Conversion.Cast(RankedValues.At(call, [fraction], "1"), call.TypeOf(0), call.Type)
            : new Outcome<string>(Fraction(call, index).Diagnostics);
    }

    /// <summary>One of several percentiles: DuckDB computes equal aggregates once.</summary>
    public static Outcome<string> PercentileOf(Invocation call)
    {
        var fractions = Enumerable.Range(2, call.Count - 2).Select(i => Fraction(call, i)).ToList();
        if (fractions.FirstOrDefault(f => !f.Succeeded) is { Diagnostics.Count: > 0 } failed)
            return failed;
        return Conversion.Cast(
            RankedValues.At(call, fractions.Select(f => f.Value!), call.Sql(1)), call.TypeOf(0), call.Type);
    }

    private static Outcome<string> Percentiles(Invocation call)
    {
        if (Given(call, 1) is { } given)
            return given.All(p => p is >= 0 and <= 100)
                ? OfFractions(call, given.Select(p => Text(p / 100m)))
                : OutOfRange(call);
        var fractions = Enumerable.Range(1, call.Count - 1).Select(i => Fraction(call, i)).ToList();
        if (fractions.FirstOrDefault(f => !f.Succeeded) is { Diagnostics.Count: > 0 } failed)
            return failed;
        return OfFractions(call, fractions.Select(f => f.Value!));
    }

    private static string OfFractions(Invocation call, IEnumerable<string> fractions) =>
        $"coalesce(to_json({RankedValues.AllAsJson(call, fractions)}), '[]'::JSON)";

    /// <summary>The percentages of an array that is given as one constant, or null.</summary>
    private static IReadOnlyList<decimal>? Given(Invocation call, int index)
    {
        if (call.Count != index + 1 || call[index].Scalar is not Literal { Value: DynamicValue { Json: { } json } })
            return null;
        using var array = JsonDocument.Parse(json);
        return array.RootElement.ValueKind == JsonValueKind.Array
            && array.RootElement.EnumerateArray().All(p => p.ValueKind == JsonValueKind.Number)
                ? [.. array.RootElement.EnumerateArray().Select(p => p.GetDecimal())]
                : null;
    }

    private static Outcome<string> Weighted(Invocation call, int index)
    {
        if (call.Count != index + 1)
            return call.Refuse("one percentile a column is expected");
        if (Fraction(call, index) is { Succeeded: false } wrong)
            return wrong;
        var percent = $"CAST(to_json([{call.As(index, KqlType.Real)}]) AS VARCHAR)";
        var json = $"kql_weighted_percentiles({Values(call)}, {percent})::JSON";
        return Conversion.Cast($"json_extract({json}, '$[0]')", KqlType.Dynamic, call.Type);
    }

    private static Outcome<string> WeightedArray(Invocation call)
    {
        var given = Given(call, 2);
        var wrong = Enumerable.Range(2, call.Count - 2).Select(i => Fraction(call, i)).FirstOrDefault(f => !f.Succeeded);
        if (given is null && wrong.Diagnostics.Count > 0)
            return wrong;
        var list = given is null ? call.All(KqlType.Real, 2) : string.Join(", ", given.Select(Text));
        var percents = $"CAST(to_json([{list}]::DOUBLE[]) AS VARCHAR)";
        var json = $"kql_weighted_percentiles({Values(call)}, {percents})::JSON";
        return call.TypeOf(0) == KqlType.TimeSpan
            ? $"to_json(list_transform(CAST({json} AS BIGINT[]), lambda kql_v: {Conversion.Cast("kql_v", KqlType.TimeSpan, KqlType.Dynamic)}))"
            : json;
    }

    // Decimals and lengths of time are texts in a dynamic value, which are ordered otherwise.
    private static string Values(Invocation call)
    {
        var value = call.TypeOf(0) switch
        {
            KqlType.Decimal => $"to_json({call.As(0, KqlType.Real)})",
            KqlType.TimeSpan => $"to_json({call.Sql(0)})",
            _ => call.As(0, KqlType.Dynamic),
        };
        return $"CAST(to_json(list([{value}, {call.As(1, KqlType.Dynamic)}])) AS VARCHAR)";
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static Outcome<string> OutOfRange(Invocation call) => call.Refuse("a percentage lies between 0 and 100");

    private static Outcome<string> Fraction(Invocation call, int index)
    {
        if (call[index].Scalar is not Literal { Value: long or int or double or decimal } literal)
            return call.NeedsConstant(index, "percentage");
        if (literal.Value is double real && (!double.IsFinite(real) || Math.Abs(real) > 100))
            return OutOfRange(call);
        var fraction = System.Convert.ToDecimal(literal.Value, CultureInfo.InvariantCulture) / 100m;
        return fraction is >= 0 and <= 1 ? Text(fraction) : OutOfRange(call);
    }
}
