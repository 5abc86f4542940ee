using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Kinds;

/// <summary>Leaves out what has no place on a logarithmic axis, and says so: zero and what is less.</summary>
internal static class LogarithmLimit
{
    public static List<Series> OnLogarithms(this List<Series> all, bool isLogX, bool isLogY, List<string> notes)
    {
        if (!isLogX && !isLogY)
            return all;
        var placed = all.ConvertAll(s => s.Picked(
            [.. Enumerable.Range(0, s.X.Length).Where(i => (!isLogX || s.X[i] > 0) && (!isLogY || s.Y[i] > 0))]));
        var lost = all.Sum(s => s.X.Length) - placed.Sum(s => s.X.Length);
        if (lost > 0)
            notes.Add($"{Counted.Of(lost, "value")} of zero or less cannot be shown on a logarithmic axis.");
        return [.. placed.Where(s => s.X.Length > 0)];
    }
}
