using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Kinds;

/// <summary>
/// A cloud of points with fewer points: one out of every stretch, by chance, since a fixed distance would meet the
/// rhythm that rows often have. The same points are always the same choice.
/// </summary>
internal static class CloudThinning
{
    /// <summary>One point of every <paramref name="stretch"/>, and the outermost in each direction.</summary>
    public static Series Thin(Series series, int stretch)
    {
        var kept = new SortedSet<int>(series.Marked);
        for (var from = 0; from < series.X.Length; from += stretch)
            kept.Add(Math.Min(from + Chance(from, stretch), series.X.Length - 1));
        kept.UnionWith(Outermost(series.X));
        kept.UnionWith(Outermost(series.Y));
        return series.Picked([.. kept]);
    }

    // Bits of a multiplication (splitmix64) are as good as random here, and need no state.
    private static int Chance(int place, int choices)
    {
        var mixed = ((ulong)place + 1) * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        return (int)((mixed >> 33) % (ulong)choices);
    }

    private static int[] Outermost(double[] values) => values.Length == 0
        ? []
        : [Array.IndexOf(values, values.Min()), Array.IndexOf(values, values.Max())];
}
