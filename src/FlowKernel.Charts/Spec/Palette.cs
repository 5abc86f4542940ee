namespace FlowKernel.Charts.Spec;

/// <summary>
/// The colours of series, in order, for people with any colour vision: Okabe and Ito's (Color Universal Design, 2008),
/// then Paul Tol's muted set. Its yellow is darkened, to be seen on white; the darkest of the second are lightened, to be
/// seen on a dark page.
/// </summary>
internal static class Palette
{
    public const string Other = "#999999";
    public const string Text = "#333333";
    public const string QuietText = "#666666";
    public const string Grid = "#e3e3e3";
    public const string Background = "#ffffff";
    public const string Alarm = "#c00000";

    /// <summary>The colours of series, in order.</summary>
    public static IReadOnlyList<string> Series { get; } =
    [
        "#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#cc79a7", "#c9b400",
        "#6f5fc0", "#b0406f", "#44aa99", "#999933", "#aa4499", "#117733", "#ddcc77",
        "#88ccee", "#cc6677", "#9a5b3a", "#6699cc", "#aa4466", "#4477aa",
    ];

    /// <summary>The colour of the series at an index.</summary>
    public static string At(int index) => Series[index % Series.Count];

    /// <summary>The colour of a series or slice.</summary>
    public static string At(int index, bool isOther) => isOther ? Other : At(index);

    /// <summary>Dark or white text, whichever stands out more on a colour (WCAG 2.2, relative luminance).</summary>
    public static string TextOn(string colour) => Luminance(colour) > 0.3 ? "#1a1a1a" : "#ffffff";

    /// <summary>The contrast of two colours, from 1 to 21 (WCAG 2.2).</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int start)
    {
        var value = Convert.ToInt32(colour.Substring(start, 2), 16) / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
