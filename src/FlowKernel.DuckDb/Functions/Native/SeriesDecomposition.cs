namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// Series as season, trend and rest, and the anomalies of the rest
/// (https://learn.microsoft.com/kusto/query/series-decompose-function and its kin).
/// </summary>
internal static class SeriesDecomposition
{
    /// <summary>What SQL calls; the second argument is an array of period, trend, test points and threshold.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string, string>("kql_series_decompose", (series, options) =>
            Parts(series, options) is { } p
                ? $"[{SeriesAnalysis.Array(p.Baseline)},{SeriesAnalysis.Array(p.Season)},"
                    + $"{SeriesAnalysis.Array(p.Trend)},{SeriesAnalysis.Array(p.Rest)}]"
                : null),
        NativeFunction.Json<string, string>("kql_series_decompose_forecast", (series, options) =>
            Parts(series, options) is { } p ? SeriesAnalysis.Array(p.Baseline) : null),
        NativeFunction.Json<string, string, double, string>("kql_series_decompose_anomalies", Anomalies),
    ];

    private static string? Anomalies(string series, string options, double threshold, string method)
    {
        if (Parts(series, options) is not { } parts)
            return null;
        var scores = SeriesOutliers.Scores(
            parts.Rest, [.. parts.Rest.SkipLast(parts.TestPoints)], SeriesOutliers.Range(method));
        var flags = scores.Select(s => s > threshold ? "1" : s < -threshold ? "-1" : "0");
        return $"[{JsonText.ArrayOfTexts(flags)},{SeriesAnalysis.Array(scores)},{SeriesAnalysis.Array(parts.Baseline)}]";
    }

    private static Components? Parts(string series, string options)
    {
        var asked = ArrayFunctions.Items(options)!;
        if (SeriesFunctions.Numbers(series) is not { Length: > 0 } x)
            return null;
        var tests = (int)Math.Clamp(NumberText.ToLong(asked[2]) ?? 0, 0, x.Length - 1);
        var learned = x[..^tests];
        var period = NumberText.ToLong(asked[0]) is { } given and >= 0
            ? given
            : SeriesPeriods.Best(learned, NumberText.ToReal(asked[3]) ?? 0) ?? 0;
        var season = Season(learned, x.Length, period);
        var trend = Trend([.. learned.Zip(season, (v, s) => v - s)], x.Length, JsonText.Text(asked[1]));
        double[] baseline = [.. season.Zip(trend, (s, t) => s + t)];
        return new Components(baseline, season, trend, [.. x.Zip(baseline, (v, b) => v - b)], tests);
    }

    /// <summary>The median of the points of each phase; zeros without a period.</summary>
    private static double[] Season(double[] learned, int length, long period)
    {
        if (period <= 0 || period > learned.Length)
            return new double[length];
        var medians = learned.Select((v, i) => (v, Phase: i % period)).GroupBy(p => p.Phase, p => p.v)
            .ToDictionary(g => g.Key, g => SeriesAnalysis.Median([.. g.Order()]));
        return [.. Enumerable.Range(0, length).Select(i => medians[i % period])];
    }

    private static double[] Trend(double[] rest, int length, string kind)
    {
        if (kind == "none")
            return new double[length];
        var (slope, start) = kind == "linefit" && rest.Length > 1 ? SeriesAnalysis.Line(rest) : (0, rest.Average());
        return [.. Enumerable.Range(0, length).Select(i => start + (slope * i))];
    }

    private sealed record Components(double[] Baseline, double[] Season, double[] Trend, double[] Rest, int TestPoints);
}
