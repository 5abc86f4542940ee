using System.Collections.Frozen;
using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// Products of two series: the longer one is cut to the shorter, elements that are no numbers are left out, and a lone
/// number stands for every element (https://learn.microsoft.com/kusto/query/series-dot-product-function).
/// </summary>
internal static class SeriesProducts
{
    private static readonly FrozenDictionary<string, Func<IReadOnlyList<(double Left, double Right)>, double>> Products =
        new Dictionary<string, Func<IReadOnlyList<(double Left, double Right)>, double>>
        {
            ["dot_product"] = Dot,
            ["cosine_similarity"] = p => Dot(p)
                / (Math.Sqrt(p.Sum(x => x.Left * x.Left)) * Math.Sqrt(p.Sum(x => x.Right * x.Right))),
        }.ToFrozenDictionary();

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Value<string, string, string, double>("kql_series_product", Of),
    ];

    private static double? Of(string left, string right, string name) =>
        SeriesFunctions.Both(left, right) is var (a, b) && a.Length > 0 && b.Length > 0
            ? Products[name]([.. Pairs(a, b)])
            : null;

    private static IEnumerable<(double Left, double Right)> Pairs(JsonElement[] a, JsonElement[] b) => a.Zip(b)
        .Where(p => p is { First.ValueKind: JsonValueKind.Number, Second.ValueKind: JsonValueKind.Number })
        .Select(p => (p.First.GetDouble(), p.Second.GetDouble()));

    private static double Dot(IReadOnlyList<(double Left, double Right)> pairs) => pairs.Sum(p => p.Left * p.Right);
}
