using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Functions that put values where a series has none.</summary>
internal static class SeriesFilling
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string, string, string>("kql_series_fill_const", (series, value, missing) =>
            Fill(series, missing, (items, known) => items.Select((e, i) => known[i] ? e : JsonText.Parse(value)))),
        NativeFunction.Json<string, string>("kql_series_fill_forward",
            (series, missing) => Fill(series, missing, Forward)),
        NativeFunction.Json<string, string>("kql_series_fill_backward", (series, missing) =>
            Fill(series, missing, (items, known) => Forward([.. items.Reverse()], [.. known.Reverse()]).Reverse())),
        NativeFunction.Json<string, string, bool, string>("kql_series_fill_linear", Linear),
    ];

    private static string? Fill(
        string series, string missing, Func<JsonElement[], bool[], IEnumerable<JsonElement>> fill) =>
        ArrayFunctions.Items(series) is { } items ? JsonText.Array(fill(items, Known(items, missing))) : null;

    /// <summary>Nulls are always missing; so are elements that equal the placeholder.</summary>
    private static bool[] Known(JsonElement[] items, string missing)
    {
        var placeholder = JsonKey.Of(JsonText.Parse(missing));
        return [.. items.Select(e => e.ValueKind != JsonValueKind.Null && JsonKey.Of(e) != placeholder)];
    }

    private static IEnumerable<JsonElement> Forward(JsonElement[] items, bool[] known)
    {
        var last = -1;
        for (var i = 0; i < items.Length; i++)
        {
            last = known[i] ? i : last;
            yield return last < 0 ? items[i] : items[last];
        }
    }

    /// <summary>Points between known ones lie on a line, rounded down in a series of whole numbers.</summary>
    private static string? Linear(string series, string missing, bool fillEdges, string constant)
    {
        if (ArrayFunctions.Items(series) is not { } items)
            return null;
        var known = Known(items, missing);
        int[] points = [.. Enumerable.Range(0, items.Length).Where(i => known[i])];
        if (points.Length == 0)
            return JsonText.ArrayOfTexts(items.Select(_ => (string?)constant));
        var whole = points.All(i => items[i].ValueKind == JsonValueKind.Number && items[i].TryGetInt64(out _)
            && !items[i].GetRawText().Contains('.', StringComparison.Ordinal));
        return JsonText.ArrayOfTexts(items.Select((element, i) => known[i] ? JsonText.Of(element) : At(i)));

        string? At(int i)
        {
            var (before, after) = (points.LastOrDefault(p => p < i, -1), points.FirstOrDefault(p => p > i, -1));
            if (before < 0 || after < 0)
                return fillEdges ? JsonText.Of(items[Math.Max(before, after)]) : JsonText.Of(items[i]);
            if (items[before].ValueKind != JsonValueKind.Number || items[after].ValueKind != JsonValueKind.Number)
                return JsonText.Of(items[i]);
            var (y0, y1) = (items[before].GetDouble(), items[after].GetDouble());
            var y = y0 + ((y1 - y0) / (after - before) * (i - before));
            return whole ? JsonText.Number((long)Math.Floor(y)) : JsonText.Real(y);
        }
    }
}
