using System.Numerics;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// Periods of series. A period is a peak of the circular autocorrelation, scaled so that its greatest value is 1 and
/// its least 0, near a frequency that stands out of the spectrum; its height is the score.
/// </summary>
internal static class SeriesPeriods
{
    private const int Shortest = 4;
    private const int MostPeriods = 16;

    /// <summary>How many times its mean the spectrum must reach at a period's frequency.</summary>
    private const double Outstanding = 2;

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string, double, double, long>("kql_series_periods_detect", Detect),
        NativeFunction.Json<string, string>("kql_series_periods_validate", Validate),
    ];

    /// <summary>The best period that scores enough, or null.</summary>
    public static int? Best(double[] series, double threshold)
    {
        var best = Find(series).FirstOrDefault();
        return best.Lag > 0 && best.Score >= threshold ? best.Lag : null;
    }

    /// <summary>https://learn.microsoft.com/kusto/query/series-periods-detect-function</summary>
    private static string? Detect(string series, double least, double most, long count)
    {
        if (SeriesFunctions.Numbers(series) is not { } x || count is < 1 or > MostPeriods)
            return null;
        var found = Find(x).Where(p => p.Lag >= least && p.Lag <= most).Take((int)count).ToList();
        var missing = Enumerable.Repeat((0, 0.0), (int)count - found.Count);
        return Pair(found.Concat(missing).Select(p => ((double)p.Item1, p.Item2)));
    }

    /// <summary>https://learn.microsoft.com/kusto/query/series-periods-validate-function</summary>
    private static string? Validate(string series, string periods)
    {
        if (SeriesFunctions.Numbers(series) is not { } x || SeriesFunctions.Numbers(periods) is not { } asked)
            return null;
        var found = Find(x);
        return Pair(asked.Select(period =>
            (period, found.Where(f => f.Lag == Math.Round(period)).Select(f => f.Score).FirstOrDefault())));
    }

    private static string Pair(IEnumerable<(double Period, double Score)> periods)
    {
        var list = periods.ToList();
        return $"[{SeriesAnalysis.Array(list.Select(p => p.Period))},{SeriesAnalysis.Array(list.Select(p => p.Score))}]";
    }

    /// <summary>The periods, best first.</summary>
    private static List<(int Lag, double Score)> Find(double[] series)
    {
        LongWork.ThrowIfStopped();
        var n = series.Length;
        if (n < 2 * Shortest)
            return [];
        var mean = series.Average();
        var spectrum = Fourier.Transform([.. series.Select(v => new Complex(v - mean, 0))], inverse: false);
        double[] power = [.. spectrum.Select(c => (c.Real * c.Real) + (c.Imaginary * c.Imaginary))];
        var correlation = Scaled(Fourier.Transform([.. power.Select(p => new Complex(p, 0))], inverse: true));
        var enough = Outstanding * power[1..((n / 2) + 1)].Average();
        return [.. Enumerable.Range(1, n / 2)
            .Where(k => power[k] > enough && power[k] >= power[k - 1] && power[k] >= power[(k + 1) % n])
            .Select(k => Peak(correlation, k)).OfType<int>().Distinct()
            .Select(lag => (lag, correlation[lag])).OrderByDescending(p => p.Item2)];
    }

    private static double[] Scaled(Complex[] values)
    {
        double[] real = [.. values.Select(v => v.Real)];
        var (least, greatest) = (real.Min(), real.Max());
        return [.. real.Select(v => greatest > least ? (v - least) / (greatest - least) : 0)];
    }

    /// <summary>The greatest correlation among the lags that a frequency stands for, where it is a peak.</summary>
    private static int? Peak(double[] correlation, int frequency)
    {
        double n = correlation.Length;
        var from = (int)Math.Ceiling((((n / (frequency + 1)) + (n / frequency)) / 2) - 1);
        var to = frequency == 1 ? n / 2 : (((n / frequency) + (n / (frequency - 1))) / 2) + 1;
        var lags = Enumerable.Range(0, correlation.Length)
            .Where(lag => lag >= Math.Max(from, Shortest) && lag <= to && 2 * lag <= n).ToList();
        if (lags.Count == 0)
            return null;
        var best = lags.MaxBy(lag => correlation[lag]);
        return correlation[best] > correlation[best - 1] && correlation[best] > correlation[best + 1] ? best : null;
    }
}
