namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Filters, seasons, statistics and fitted lines of series.</summary>
internal static class SeriesAnalysis
{
    /// <summary>The score from which on a season is one (https://learn.microsoft.com/kusto/query/series-seasonal-function).</summary>
    private const double SeasonThreshold = 0.7;

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string, string, string>("kql_series_iir", RecursiveFilter),
        NativeFunction.Json<string, string, long, bool>("kql_series_fir", Filter),
        NativeFunction.Json<string, long>("kql_series_seasonal", Season),
        NativeFunction.Json<string, bool>("kql_series_stats", Statistics),
        NativeFunction.Json<string>("kql_series_fit_line", FitLine),
    ];

    /// <summary>Numbers as a JSON array.</summary>
    public static string Array(IEnumerable<double> values) => JsonText.ArrayOfTexts(values.Select(JsonText.Real));

    /// <summary>https://learn.microsoft.com/kusto/query/series-iir-function</summary>
    private static string? RecursiveFilter(string series, string numerators, string denominators)
    {
        if (SeriesFunctions.Numbers(series) is not { } x || SeriesFunctions.Numbers(numerators) is not { Length: > 0 } b
            || SeriesFunctions.Numbers(denominators) is not { Length: > 0 } a || a[0] == 0)
            return null;
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j < b.Length && j <= i; j++)
                y[i] += b[j] * x[i - j];
            for (var j = 1; j < a.Length && j <= i; j++)
                y[i] -= a[j] * y[i - j];
            y[i] /= a[0];
        }

        return Array(y);
    }

    /// <summary>https://learn.microsoft.com/kusto/query/series-fir-function</summary>
    private static string? Filter(string series, string filter, long normalize, bool center)
    {
        if (SeriesFunctions.Numbers(series) is not { } x || SeriesFunctions.Numbers(filter) is not { Length: > 0 } f)
            return null;
        var sum = normalize == 1 || (normalize < 0 && f.All(v => v >= 0)) ? f.Sum() : 1;
        var shift = center ? f.Length / 2 : 0;
        return Array(x.Select((_, i) => f.Select((v, j) => v / sum * At(i + shift - j)).Sum()));

        double At(int index) => index >= 0 && index < x.Length ? x[index] : 0;
    }

    /// <summary>Each element becomes the median of those a whole number of periods away.</summary>
    private static string? Season(string series, long period)
    {
        if (SeriesFunctions.Numbers(series) is not { } x)
            return null;
        if (period == -1)
            period = SeriesPeriods.Best(x, SeasonThreshold) ?? 0;
        if (period <= 0)
            return Array(new double[x.Length]);
        var medians = x.Select((v, i) => (v, Phase: i % period)).GroupBy(p => p.Phase, p => p.v)
            .ToDictionary(g => g.Key, g => Median([.. g.Order()]));
        return Array(x.Select((_, i) => medians[i % period]));
    }

    /// <summary>The middle of sorted numbers.</summary>
    public static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private static string? Statistics(string series, bool ignoreNonFinite)
    {
        var all = ignoreNonFinite ? SeriesFunctions.NumbersAndGaps(series) : SeriesFunctions.Numbers(series);
        double[] x = [.. (all ?? []).Where(v => !ignoreNonFinite || double.IsFinite(v))];
        if (x.Length == 0)
            return null;
        var mean = x.Average();
        var variance = x.Length > 1 ? x.Sum(v => (v - mean) * (v - mean)) / (x.Length - 1) : 0;
        var (least, greatest) = (x.Min(), x.Max());
        return $"{{\"min\":{JsonText.Real(least)},\"min_idx\":{JsonText.Number(System.Array.IndexOf(all!, least))},"
            + $"\"max\":{JsonText.Real(greatest)},\"max_idx\":{JsonText.Number(System.Array.IndexOf(all!, greatest))},"
            + $"\"avg\":{JsonText.Real(mean)},\"stdev\":{JsonText.Real(Math.Sqrt(variance))},"
            + $"\"variance\":{JsonText.Real(variance)},\"sum\":{JsonText.Real(x.Sum())},"
            + $"\"len\":{JsonText.Number(all!.Length)}}}";
    }

    /// <summary>Slope and start of the line through points one apart, by least squares.</summary>
    public static (double Slope, double Start) Line(double[] y)
    {
        var (meanX, meanY) = ((y.Length - 1) / 2.0, y.Average());
        var (sxx, sxy) = (0.0, 0.0);
        for (var i = 0; i < y.Length; i++)
            (sxx, sxy) = (sxx + ((i - meanX) * (i - meanX)), sxy + ((i - meanX) * (y[i] - meanY)));
        return (sxy / sxx, meanY - (sxy / sxx * meanX));
    }

    /// <summary>The line through points one apart, and how well it fits.</summary>
    public static FittedLine Fit(double[] y)
    {
        var (slope, start) = Line(y);
        double[] line = [.. y.Select((_, i) => start + (slope * i))];
        var (variance, rest) = (Variance(y), Variance(y, line));
        return new FittedLine(slope, start, variance, rest, variance == 0 ? 1 : 1 - (rest / variance), line);
    }

    /// <summary>The squares that a line leaves.</summary>
    public static double Rest(double[] y) => Variance(y, Fit(y).Line) * (y.Length - 1);

    /// <summary>The variance of a sample.</summary>
    public static double Variance(double[] y)
    {
        var mean = y.Average();
        return y.Sum(v => (v - mean) * (v - mean)) / (y.Length - 1);
    }

    /// <summary>The variance of what a fit leaves.</summary>
    public static double Variance(double[] y, double[] fit) =>
        y.Zip(fit, (v, l) => (v - l) * (v - l)).Sum() / (y.Length - 1);

    /// <summary>The members of series_fit_line_dynamic.</summary>
    private static string? FitLine(string series)
    {
        if (SeriesFunctions.Numbers(series) is not { Length: > 1 } y)
            return null;
        var fit = Fit(y);
        return $"{{\"rsquare\":{JsonText.Real(fit.Share)},\"slope\":{JsonText.Real(fit.Slope)},"
            + $"\"interception\":{JsonText.Real(fit.Start)},\"variance\":{JsonText.Real(fit.Variance)},"
            + $"\"rvariance\":{JsonText.Real(fit.Rest)},\"line_fit\":{Array(fit.Line)}}}";
    }

    /// <summary>A line with its variances and the share of the variance that it explains.</summary>
    internal sealed record FittedLine(
        double Slope, double Start, double Variance, double Rest, double Share, double[] Line);
}
