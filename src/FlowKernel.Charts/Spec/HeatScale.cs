using System.Globalization;

namespace FlowKernel.Charts.Spec;

/// <summary>Colours of values, from pale to dark in one hue, so that they also read without colour vision; the greatest is seen on a dark page too.</summary>
internal static class HeatScale
{
    /// <summary>Where no value is.</summary>
    public const string Nothing = "#ececec";

    private static readonly (int Red, int Green, int Blue)[] Stops =
        [(226, 238, 248), (160, 203, 232), (86, 158, 210), (20, 112, 178), (0, 76, 140)];

    /// <summary>Five colours, palest first.</summary>
    public static IReadOnlyList<string> Colours { get; } = [.. Stops.Select(Hex)];

    /// <summary>The colour at a share of the whole scale, from 0 to 1.</summary>
    public static string At(double share)
    {
        var place = Math.Clamp(share, 0, 1) * (Stops.Length - 1);
        var index = Math.Min((int)place, Stops.Length - 2);
        var (low, high, part) = (Stops[index], Stops[index + 1], place - index);
        return Hex((Mix(low.Red, high.Red, part), Mix(low.Green, high.Green, part), Mix(low.Blue, high.Blue, part)));
    }

    private static int Mix(int low, int high, double part) => (int)Math.Round(low + ((high - low) * part));

    private static string Hex((int Red, int Green, int Blue) colour) =>
        string.Create(CultureInfo.InvariantCulture, $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}");
}
