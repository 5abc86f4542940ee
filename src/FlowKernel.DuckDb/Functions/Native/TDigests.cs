using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// Digests of values for percentiles (T. Dunning, https://arxiv.org/abs/1902.04023): the values in order, each with a
/// weight. While there are few they are kept as they are, and percentiles are exact; many numbers are drawn together,
/// most of all those in the middle.
/// </summary>
internal static class TDigests
{
    /// <summary>How many values a digest keeps apart.</summary>
    private const int Most = 2048;

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string>("kql_tdigest", pairs => Of(ArrayFunctions.Items(pairs)!
            .Select(p => new Centroid(p[0], NumberText.ToReal(p[1]) ?? 0)))),
        NativeFunction.Json<string>("kql_tdigest_merge", digests => Of(ArrayFunctions.Items(digests)!
            .SelectMany(d => Read(d) ?? []))),
        NativeFunction.Json<string, string>("kql_tdigest_percentiles", Percentiles),
        NativeFunction.Value<string, string, double>("kql_tdigest_rank", Rank),
        NativeFunction.Value<string, double>("kql_tdigest_weight", json => Read(JsonText.Parse(json))?.Sum(c => c.Weight)),
    ];

    /// <summary>The digest as JSON: the values, and their weights.</summary>
    private static string Of(IEnumerable<Centroid> centroids)
    {
        var sorted = centroids.Where(c => c.Value.ValueKind != JsonValueKind.Null && c.Weight > 0)
            .OrderBy(c => c.Value, Comparer<JsonElement>.Create(JsonKey.Compare)).ToList();
        if (sorted.Count > Most && sorted.TrueForAll(c => c.Value.ValueKind == JsonValueKind.Number))
            sorted = Merge(sorted);
        return $"[{JsonText.Array(sorted.Select(c => c.Value))},"
            + $"{JsonText.ArrayOfTexts(sorted.Select(c => JsonText.Real(c.Weight)))}]";
    }

    /// <summary>Neighbours become one as long as they span no more than a step of the arcsine scale.</summary>
    private static List<Centroid> Merge(List<Centroid> sorted)
    {
        var total = sorted.Sum(c => c.Weight);
        List<Centroid> merged = [];
        var (sum, weight, before) = (0.0, 0.0, 0.0);
        foreach (var (value, w) in sorted.Select(c => (c.Value.GetDouble(), c.Weight)))
        {
            if (weight > 0 && Scale((before + weight + w) / total) - Scale(before / total) > 1)
            {
                merged.Add(new Centroid(Element(sum / weight), weight));
                (before, sum, weight) = (before + weight, 0, 0);
            }

            (sum, weight) = (sum + (value * w), weight + w);
        }

        merged.Add(new Centroid(Element(sum / weight), weight));
        return merged;
    }

    private static double Scale(double share) => Most / Math.PI * Math.Asin((2 * Math.Clamp(share, 0, 1)) - 1);

    private static JsonElement Element(double value) => JsonText.Parse(JsonText.Real(value));

    private static Centroid[]? Read(JsonElement digest)
    {
        if (digest.ValueKind != JsonValueKind.Array || digest.GetArrayLength() != 2
            || digest[0].ValueKind != JsonValueKind.Array || digest[1].ValueKind != JsonValueKind.Array
            || digest[0].GetArrayLength() != digest[1].GetArrayLength())
            return null;
        return [.. digest[0].EnumerateArray().Zip(
            digest[1].EnumerateArray(), (value, weight) => new Centroid(value, NumberText.ToReal(weight) ?? 0))];
    }

    private static string? Percentiles(string json, string percentages)
    {
        if (Read(JsonText.Parse(json)) is not { } digest || ArrayFunctions.Items(percentages) is not { } wanted)
            return null;
        if (digest.Length == 0)
            return JsonText.ArrayOfTexts(wanted.Select(_ => (string?)null));
        var total = digest.Sum(c => c.Weight);
        return JsonText.Array(wanted.Select(p => At(digest, total * (NumberText.ToReal(p) ?? 0) / 100)));
    }

    private static JsonElement At(Centroid[] digest, double rank)
    {
        var seen = 0.0;
        foreach (var (value, weight) in digest)
        {
            seen += weight;
            if (seen >= rank)
                return value;
        }

        return digest[^1].Value;
    }

    /// <summary>The weight of the values that are not above one.</summary>
    private static double? Rank(string json, string value)
    {
        var wanted = JsonText.Parse(value);
        return Read(JsonText.Parse(json))?.Where(c => JsonKey.Compare(c.Value, wanted) <= 0).Sum(c => c.Weight);
    }

    private readonly record struct Centroid(JsonElement Value, double Weight);
}
