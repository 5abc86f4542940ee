namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Two lines, and polynomials, fitted to series by least squares.</summary>
internal static class SeriesFits
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string>("kql_series_fit_2lines", TwoLines),
        NativeFunction.Json<string, string, long>("kql_series_fit_poly", Polynomial),
    ];

    /// <summary>
    /// The split that leaves the least; each line counts its points from its own first one
    /// (https://learn.microsoft.com/kusto/query/series-fit-2lines-dynamic-function).
    /// </summary>
    private static string? TwoLines(string series)
    {
        LongWork.ThrowIfStopped();
        if (SeriesFunctions.Numbers(series) is not { Length: > 3 } y)
            return null;
        var split = Enumerable.Range(2, y.Length - 3)
            .MinBy(at => SeriesAnalysis.Rest(y[..at]) + SeriesAnalysis.Rest(y[at..]));
        var (left, right) = (SeriesAnalysis.Fit(y[..split]), SeriesAnalysis.Fit(y[split..]));
        double[] line = [.. left.Line, .. right.Line];
        var (variance, rest) = (SeriesAnalysis.Variance(y), SeriesAnalysis.Variance(y, line));
        return $"{{\"rsquare\":{Share(variance, rest)},\"split_idx\":{JsonText.Number(split)},"
            + $"\"variance\":{JsonText.Real(variance)},\"rvariance\":{JsonText.Real(rest)},"
            + $"\"line_fit\":{SeriesAnalysis.Array(line)},\"right\":{Side(right)},\"left\":{Side(left)}}}";
    }

    private static string Side(SeriesAnalysis.FittedLine fit) =>
        $"{{\"rsquare\":{JsonText.Real(fit.Share)},\"slope\":{JsonText.Real(fit.Slope)},"
        + $"\"interception\":{JsonText.Real(fit.Start)},\"variance\":{JsonText.Real(fit.Variance)},"
        + $"\"rvariance\":{JsonText.Real(fit.Rest)}}}";

    private static string Share(double variance, double rest) =>
        JsonText.Real(variance == 0 ? 1 : 1 - (rest / variance));

    /// <summary>https://learn.microsoft.com/kusto/query/series-fit-poly-function</summary>
    private static string? Polynomial(string series, string places, long degree)
    {
        if (SeriesFunctions.Numbers(series) is not { Length: > 0 } y || degree is < 1 or > 32)
            return null;
        var x = places.Length == 0
            ? [.. Enumerable.Range(1, y.Length).Select(i => (double)i)]
            : SeriesFunctions.Numbers(places);
        if (x is null || x.Length != y.Length || y.Length <= degree
            || LeastSquares(x, y, (int)degree) is not { } coefficients)
            return null;
        double[] fit = [.. x.Select(v => coefficients.Aggregate(0.0, (sum, c) => (sum * v) + c))];
        var (variance, rest) = (SeriesAnalysis.Variance(y), SeriesAnalysis.Variance(y, fit));
        return $"[{Share(variance, rest)},{SeriesAnalysis.Array(coefficients)},{JsonText.Real(variance)},"
            + $"{JsonText.Real(rest)},{SeriesAnalysis.Array(fit)}]";
    }

    /// <summary>The coefficients, highest power first, by reflections (Householder); null where they are not fixed.</summary>
    private static double[]? LeastSquares(double[] x, double[] y, int degree)
    {
        var (rows, columns) = (x.Length, degree + 1);
        var a = new double[rows, columns + 1];
        for (var i = 0; i < rows; i++)
        {
            for (var (j, power) = (columns - 1, 1.0); j >= 0; j--, power *= x[i])
                a[i, j] = power;
            a[i, columns] = y[i];
        }

        for (var k = 0; k < columns; k++)
            Reflect(a, k);
        var result = new double[columns];
        for (var k = columns - 1; k >= 0; k--)
        {
            if (Math.Abs(a[k, k]) < 1e-12 * Math.Abs(a[0, 0]))
                return null;
            result[k] = a[k, columns];
            for (var j = k + 1; j < columns; j++)
                result[k] -= a[k, j] * result[j];
            result[k] /= a[k, k];
        }

        return result;
    }

    private static void Reflect(double[,] a, int k)
    {
        var (rows, columns) = (a.GetLength(0), a.GetLength(1));
        var norm = 0.0;
        for (var i = k; i < rows; i++)
            norm = double.Hypot(norm, a[i, k]);
        if (norm == 0)
            return;
        var v = new double[rows];
        for (var i = k; i < rows; i++)
            v[i] = a[i, k];
        v[k] += a[k, k] < 0 ? -norm : norm;
        var square = v.Sum(value => value * value);
        for (var j = k; j < columns; j++)
        {
            var dot = 0.0;
            for (var i = k; i < rows; i++)
                dot += v[i] * a[i, j];
            for (var i = k; i < rows; i++)
                a[i, j] -= 2 * dot / square * v[i];
        }
    }
}
