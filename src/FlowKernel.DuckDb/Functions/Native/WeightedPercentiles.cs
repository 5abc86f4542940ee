using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Percentiles of values that each stand for a number of equal ones.</summary>
internal static class WeightedPercentiles
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string, string>("kql_weighted_percentiles", Of),
    ];

    /// <summary>The values at percentages, from an array of [value, weight].</summary>
    private static string? Of(string pairs, string percentages)
    {
        var sorted = ArrayFunctions.Items(pairs)?.Select(p => (Value: p[0], Weight: NumberText.ToReal(p[1]) ?? 0))
            .Where(p => p.Value.ValueKind != JsonValueKind.Null && p.Weight > 0)
            .OrderBy(p => p.Value, Comparer<JsonElement>.Create(JsonKey.Compare)).ToArray();
        if (sorted is not { Length: > 0 })
            return null;
        var total = sorted.Sum(p => p.Weight);
        return JsonText.Array(ArrayFunctions.Items(percentages)!.Select(p => At(sorted, total * p.GetDouble() / 100)));
    }

    private static JsonElement At((JsonElement Value, double Weight)[] sorted, double rank)
    {
        var seen = 0.0;
        foreach (var (value, weight) in sorted)
        {
            seen += weight;
            if (seen >= rank)
                return value;
        }

        return sorted[^1].Value;
    }
}
