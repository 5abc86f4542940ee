namespace FlowKernel.Charts.Spec;

/// <summary>
/// The colours of series, in order, for people with any colour vision: Okabe and Ito's (Color Universal Design, 2008),
/// then Paul Tol's muted set. Its yellow is darkened, to be seen on white.
/// </summary>
internal static class Palette
{
    public const string Other = "#999999";
    public const string Text = "#333333";
    public const string QuietText = "#666666";
    public const string Grid = "#e3e3e3";
    public const string Background = "#ffffff";
    public const string Alarm = "#c00000";

    private static readonly string[] Colours =
    [
        "#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#cc79a7", "#c9b400",
        "#332288", "#882255", "#44aa99", "#999933", "#aa4499", "#117733", "#ddcc77",
        "#88ccee", "#cc6677", "#661100", "#6699cc", "#aa4466", "#4477aa",
    ];

    /// <summary>The colour of the series at an index.</summary>
    public static string At(int index) => Colours[index % Colours.Length];

    /// <summary>The colour of a series or slice.</summary>
    public static string At(int index, bool isOther) => isOther ? Other : At(index);

    /// <summary>Dark or white text, whichever stands out more on a colour (WCAG 2.2, relative luminance).</summary>
    public static string TextOn(string colour)
    {
        var luminance = (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));
        return luminance > 0.3 ? "#1a1a1a" : "#ffffff";
    }

    private static double Channel(string colour, int start)
    {
        var value = Convert.ToInt32(colour.Substring(start, 2), 16) / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
