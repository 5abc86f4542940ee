using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Kinds;

/// <summary>Steps that change series of points without knowing where they came from.</summary>
internal static class SeriesShaping
{
    /// <summary>Points in ascending x; points at one x keep their order.</summary>
    public static Series Sorted(this Series series)
    {
        var order = Enumerable.Range(0, series.X.Length).OrderBy(i => series.X[i]).ToArray();
        return series.Picked(order);
    }

    /// <summary>The points at some indices, in their order; marks stay with their points.</summary>
    public static Series Picked(this Series series, int[] indices)
    {
        var marked = series.Marked.ToHashSet();
        return series with
        {
            X = Array.ConvertAll(indices, i => series.X[i]),
            Y = Array.ConvertAll(indices, i => series.Y[i]),
            Amounts = series.Amounts is { } amounts ? Array.ConvertAll(indices, i => amounts[i]) : null,
            Marked = [.. Enumerable.Range(0, indices.Length).Where(place => marked.Contains(indices[place]))],
        };
    }

    /// <summary>Each value with all before it added.</summary>
    public static Series Accumulated(this Series series)
    {
        var sum = 0d;
        return series with { Y = Array.ConvertAll(series.Y, y => double.IsNaN(y) ? sum : sum += y) };
    }

    /// <summary>
    /// All series over the same ascending x positions: values at one x are added up, a missing one is
    /// <paramref name="missing"/>.
    /// </summary>
    public static List<Series> Aligned(this IReadOnlyList<Series> all, double missing)
    {
        double[] x = [.. all.SelectMany(s => s.X).Distinct().Order()];
        return [.. all.Select(series => series with { X = x, Y = Spread(series, x, missing) })];
    }

    /// <summary>Aligned series as shares of each position's total, in percent.</summary>
    public static List<Series> Percentages(this IReadOnlyList<Series> aligned)
    {
        var totals = new double[aligned.Count == 0 ? 0 : aligned[0].X.Length];
        foreach (var series in aligned)
        {
            for (var i = 0; i < totals.Length; i++)
                totals[i] += double.IsNaN(series.Y[i]) ? 0 : Math.Abs(series.Y[i]);
        }

        return [.. aligned.Select(s => s with { Amounts = s.Y, Y = [.. s.Y.Select((y, i) => Share(y, totals[i]))] })];
    }

    private static double Share(double value, double total) => total > 0 ? 100 * value / total : double.NaN;

    private static double[] Spread(Series series, double[] x, double missing)
    {
        var y = new double[x.Length];
        Array.Fill(y, double.NaN);
        for (var i = 0; i < series.X.Length; i++)
        {
            ref var place = ref y[Array.BinarySearch(x, series.X[i])];
            place = double.IsNaN(place) ? series.Y[i] : place + series.Y[i];
        }

        if (!double.IsNaN(missing))
            y.AsSpan().Replace(double.NaN, missing);
        return y;
    }
}
