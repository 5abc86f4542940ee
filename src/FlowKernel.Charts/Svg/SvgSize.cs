using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>The measures of a picture in pixels, from what has to fit in it.</summary>
internal sealed record SvgSize(int Width, int Height, int Top, int LegendWidth)
{
    public const int LegendLine = ChartHeight.LegendLine;
    public const int LegendLimit = 26;
    private const double CharacterWidth = 6.4;

    public static SvgSize Of(ChartSpec spec)
    {
        var top = 16 + (spec.Title.Length > 0 ? 28 : 0) + (16 * spec.Notes.Count);
        var names = !spec.ShowLegend ? [] : Labels.ShortenAll(spec.LegendNames, LegendLimit);
        var legendWidth = names.Length == 0 ? 0 : 34 + WidthOf(names.Max(n => n.Length));
        return new SvgSize(860, ChartHeight.Of(spec) + LabelRoom(spec), top, legendWidth);
    }

    /// <summary>The estimated width of a text of so many characters, at 12 pixels.</summary>
    public static int WidthOf(int characters) => (int)Math.Ceiling(characters * CharacterWidth);

    /// <summary>What long names under the axis need, beyond one line.</summary>
    private static int LabelRoom(ChartSpec spec) =>
        spec is XyChart { Horizontal: false, X: { Scale: AxisScale.Category, Categories.Count: > 0 } names }
            ? Math.Max(0, WidthOf(Math.Min(CategoryFit.LabelLimit, names.Categories.Max(c => c.Length))) - 60)
            : 0;
}
