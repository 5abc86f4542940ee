using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// How far the points of a series lie outside its middle, as multiples of the middle's width (the fences of Tukey;
/// https://learn.microsoft.com/kusto/query/series-outliers-function). Quantiles between two points are interpolated.
/// </summary>
internal static class SeriesOutliers
{
    /// <summary>What SQL calls; the last argument is an array of the value to ignore and the two percentiles.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string, string, string>("kql_series_outliers", Outliers),
    ];

    /// <summary>The quantiles that bound the middle, by the name of the method.</summary>
    public static (double Low, double High) Range(string method) => method == "tukey" ? (0.25, 0.75) : (0.1, 0.9);

    /// <summary>The score of each point against the middle of some of them.</summary>
    public static double[] Scores(double[] points, double[] judged, (double Low, double High) range)
    {
        double[] sorted = [.. judged.Order()];
        if (sorted.Length == 0)
            return new double[points.Length];
        var (low, high) = (Quantile(sorted, range.Low), Quantile(sorted, range.High));
        return [.. points.Select(v => v > high ? (v - high) / (high - low) : v < low ? (v - low) / (high - low) : 0)];
    }

    private static string? Outliers(string series, string method, string options)
    {
        if (ArrayFunctions.Items(series) is not { } items || ArrayFunctions.Items(options) is not [var ignored, var a, var b])
            return null;
        var unwanted = NumberText.ToReal(ignored);
        double?[] points = [.. items.Select(e => e.ValueKind == JsonValueKind.Number ? e.GetDouble() : (double?)null)
            .Select(v => v == unwanted ? null : v)];
        var range = method == "tukey" ? Range(method) : (a.GetDouble() / 100, b.GetDouble() / 100);
        double[] known = [.. points.OfType<double>()];
        var scores = new Queue<double>(Scores(known, known, range));
        return SeriesAnalysis.Array(points.Select(p => p is null ? 0 : scores.Dequeue()));
    }

    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
