using System.Collections.Frozen;
using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Element by element arithmetic on series, and the numbers that a series comes to.</summary>
internal static class SeriesFunctions
{
    private static readonly FrozenDictionary<string, Func<double, double>> Unary =
        new Dictionary<string, Func<double, double>>
    {
        ["abs"] = Math.Abs,
        ["acos"] = Math.Acos,
        ["asin"] = Math.Asin,
        ["atan"] = Math.Atan,
        ["ceiling"] = Math.Ceiling,
        ["cos"] = Math.Cos,
        ["exp"] = Math.Exp,
        ["floor"] = Math.Floor,
        ["log"] = Math.Log,
        ["sign"] = x => double.IsNaN(x) ? 0 : Math.Sign(x),
        ["sin"] = Math.Sin,
        ["tan"] = Math.Tan,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Func<double, double, string>> Binary =
        new Dictionary<string, Func<double, double, string>>
        {
            ["add"] = (x, y) => JsonText.Real(x + y),
            ["subtract"] = (x, y) => JsonText.Real(x - y),
            ["multiply"] = (x, y) => JsonText.Real(x * y),
            ["divide"] = (x, y) => JsonText.Real(x / y),
            ["pow"] = (x, y) => JsonText.Real(Math.Pow(x, y)),
            ["equals"] = (x, y) => Truth(x == y),
            ["not_equals"] = (x, y) => Truth(x != y),
            ["less"] = (x, y) => Truth(x < y),
            ["less_equals"] = (x, y) => Truth(x <= y),
            ["greater"] = (x, y) => Truth(x > y),
            ["greater_equals"] = (x, y) => Truth(x >= y),
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Func<double[], double[], double?>> Number =
        new Dictionary<string, Func<double[], double[], double?>>
        {
            ["sum"] = (a, _) => a.Sum(),
            ["product"] = (a, _) => a.Aggregate(1.0, (x, y) => x * y),
            ["magnitude"] = (a, _) => Math.Sqrt(Dot(a, a)),
            ["pearson_correlation"] = Pearson,
        }.ToFrozenDictionary();

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string, string>("kql_series_each", Each),
        NativeFunction.Json<string, string, string>("kql_series_pair", Pair),
        NativeFunction.Value<string, string, string, double>("kql_series_number", (a, b, name) =>
            Numbers(a) is { } x && Numbers(b) is { } y ? Number[name](x, y) : null),
    ];

    /// <summary>The numbers of an array, or null where an element is none.</summary>
    public static double[]? Numbers(string json) =>
        ArrayFunctions.Items(json) is { } items && items.All(e => e.ValueKind == JsonValueKind.Number)
            ? [.. items.Select(e => e.GetDouble())]
            : null;

    /// <summary>The numbers of an array, with NaN for what is none; null for what is no array.</summary>
    public static double[]? NumbersAndGaps(string json) => ArrayFunctions.Items(json) is { } items
        ? [.. items.Select(e => e.ValueKind == JsonValueKind.Number ? e.GetDouble() : double.NaN)]
        : null;

    /// <summary>Two arrays, a lone number as often as the other has elements; null where neither is an array.</summary>
    public static (JsonElement[] Left, JsonElement[] Right)? Both(string left, string right)
    {
        var (a, b) = (ArrayFunctions.Items(left), ArrayFunctions.Items(right));
        if (a is null && b is null)
            return null;
        a ??= [.. Enumerable.Repeat(JsonText.Parse(left), b!.Length)];
        b ??= [.. Enumerable.Repeat(JsonText.Parse(right), a.Length)];
        return (a, b);
    }

    private static string Truth(bool value) => value ? "true" : "false";

    private static double? Value(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number ? element.GetDouble() : NumberText.ToReal(element);

    private static string? Each(string series, string name) => ArrayFunctions.Items(series) is { } items
        ? JsonText.ArrayOfTexts(items.Select(e => Value(e) is { } x ? JsonText.Real(Unary[name](x)) : null))
        : null;

    /// <summary>Where one series is shorter, the result has nulls; a lone number stands for every element.</summary>
    private static string? Pair(string left, string right, string name)
    {
        if (Both(left, right) is not var (a, b))
            return null;
        return JsonText.ArrayOfTexts(Enumerable.Range(0, Math.Max(a.Length, b.Length)).Select(i =>
            i < a.Length && i < b.Length && Value(a[i]) is { } x && Value(b[i]) is { } y ? Binary[name](x, y) : null));
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static double? Pearson(double[] a, double[] b)
    {
        if (a.Length != b.Length || a.Length == 0)
            return null;
        var (meanA, meanB) = (a.Average(), b.Average());
        double[] x = [.. a.Select(v => v - meanA)];
        double[] y = [.. b.Select(v => v - meanB)];
        return Dot(x, y) / Math.Sqrt(Dot(x, x) * Dot(y, y));
    }
}
