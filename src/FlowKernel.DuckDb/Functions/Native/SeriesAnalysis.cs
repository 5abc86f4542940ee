namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Filters, seasons, statistics and fitted lines of series.</summary>
internal static class SeriesAnalysis
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string, string, string>("kql_series_iir", RecursiveFilter),
        NativeFunction.Json<string, string, long, bool>("kql_series_fir", Filter),
        NativeFunction.Json<string, long>("kql_series_seasonal", Season),
        NativeFunction.Json<string, bool>("kql_series_stats", Statistics),
        NativeFunction.Json<string>("kql_series_fit_line", FitLine),
    ];

    private static string Array(IEnumerable<double> values) => JsonText.ArrayOfTexts(values.Select(JsonText.Real));

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
        if (SeriesFunctions.Numbers(series) is not { } x || period <= 0)
            return null;
        var medians = x.Select((v, i) => (v, Phase: i % period)).GroupBy(p => p.Phase, p => p.v)
            .ToDictionary(g => g.Key, g => Median([.. g.Order()]));
        return Array(x.Select((_, i) => medians[i % period]));
    }

    private static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private static string? Statistics(string series, bool ignoreNonFinite)
    {
        if (SeriesFunctions.Numbers(series) is not { Length: > 0 } all)
            return null;
        var x = ignoreNonFinite ? [.. all.Where(double.IsFinite)] : all;
        var mean = x.Average();
        var variance = x.Length > 1 ? x.Sum(v => (v - mean) * (v - mean)) / (x.Length - 1) : 0;
        var (least, greatest) = (x.Min(), x.Max());
        return $"{{\"min\":{JsonText.Real(least)},\"min_idx\":{JsonText.Number(System.Array.IndexOf(all, least))},"
            + $"\"max\":{JsonText.Real(greatest)},\"max_idx\":{JsonText.Number(System.Array.IndexOf(all, greatest))},"
            + $"\"avg\":{JsonText.Real(mean)},\"stdev\":{JsonText.Real(Math.Sqrt(variance))},"
            + $"\"variance\":{JsonText.Real(variance)},\"sum\":{JsonText.Real(x.Sum())},"
            + $"\"len\":{JsonText.Number(x.Length)}}}";
    }

    /// <summary>Least squares over the index; the members of series_fit_line_dynamic.</summary>
    private static string? FitLine(string series)
    {
        if (SeriesFunctions.Numbers(series) is not { Length: > 1 } y)
            return null;
        var (meanX, meanY) = ((y.Length - 1) / 2.0, y.Average());
        var (sxx, sxy) = (0.0, 0.0);
        for (var i = 0; i < y.Length; i++)
            (sxx, sxy) = (sxx + ((i - meanX) * (i - meanX)), sxy + ((i - meanX) * (y[i] - meanY)));
        var slope = sxy / sxx;
        var interception = meanY - (slope * meanX);
        double[] line = [.. y.Select((_, i) => interception + (slope * i))];
        var variance = y.Sum(v => (v - meanY) * (v - meanY)) / (y.Length - 1);
        var rest = y.Zip(line, (v, l) => (v - l) * (v - l)).Sum() / (y.Length - 1);
        var share = variance == 0 ? 1 : 1 - (rest / variance);
        return $"{{\"rsquare\":{JsonText.Real(share)},\"slope\":{JsonText.Real(slope)},"
            + $"\"interception\":{JsonText.Real(interception)},\"variance\":{JsonText.Real(variance)},"
            + $"\"rvariance\":{JsonText.Real(rest)},\"line_fit\":{Array(line)}}}";
    }
}
