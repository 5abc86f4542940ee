using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Maps;

/// <summary>Sorts values into a few classes, each several times as large as the one before, as traffic is spread.</summary>
internal static class ValueClasses
{
    /// <summary>The classes of values, least first; one class where all are about the same.</summary>
    public static IReadOnlyList<ValueClass> Of(IReadOnlyList<double> values, AxisUnit unit)
    {
        var there = values.Where(v => v > 0).DefaultIfEmpty(1).ToArray();
        var (least, greatest) = (there.Min(), there.Max());
        var count = greatest / least < 2 ? 1 : HeatScale.Colours.Count;
        var factor = Math.Pow(greatest / least, 1.0 / count);
        var ends = Enumerable.Range(1, count)
            .Select(i => i == count ? greatest : Rounded(least * Math.Pow(factor, i)))
            .Select(end => Array.TrueForAll(there, double.IsInteger) ? Math.Round(end) : end).Distinct().ToArray();
        return [.. ends.Select((end, i) => new ValueClass(
            i == 0 ? $"up to {AxisText.Of(end, unit)}" : $"{AxisText.Of(ends[i - 1], unit)} – {AxisText.Of(end, unit)}", end))];
    }

    /// <summary>The index of the class that a value is in.</summary>
    public static int IndexOf(this IReadOnlyList<ValueClass> classes, double value)
    {
        for (var i = 0; i < classes.Count; i++)
        {
            if (value <= classes[i].Greatest)
                return i;
        }

        return classes.Count - 1;
    }

    /// <summary>The colour of a class among all of them.</summary>
    public static string ColourOf(this IReadOnlyList<ValueClass> classes, int index) =>
        HeatScale.At(classes.Count == 1 ? 0.6 : (double)index / (classes.Count - 1));

    /// <summary>Two significant digits.</summary>
    private static double Rounded(double value)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        return Math.Round(value / unit) * unit;
    }
}
