using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>
/// How the names of categories fit side by side under an axis: turned where they would meet, and some left out where
/// even that is not enough. Lengths are in pixels.
/// </summary>
/// <param name="Angle">How far names are turned, in degrees.</param>
/// <param name="Interval">How many names are left out between two.</param>
/// <param name="LabelHeight">What the names take below the axis.</param>
/// <param name="Overhang">How far the first name reaches out to the left of its place.</param>
internal sealed record CategoryFit(int Angle, int Interval, int LabelHeight, int Overhang)
{
    public const int LabelLimit = 28;

    /// <summary>What a line of labels takes.</summary>
    public const int Line = 16;

    /// <summary>What the labels of the other axis take at least.</summary>
    private const int LeastLeft = 20;

    /// <summary>No names at all.</summary>
    public static CategoryFit None { get; } = new(0, 0, 0, 0);

    public static CategoryFit Of(Axis axis, SvgSize size)
    {
        if (axis.Scale != AxisScale.Category || axis.Categories.Count == 0)
            return new CategoryFit(0, 0, Line, 0);
        var longest = SvgSize.WidthOf(Math.Min(LabelLimit, axis.Categories.Max(c => c.Length)));
        var place = Math.Max(1, (size.Width - 100 - size.LegendWidth) / axis.Categories.Count);
        if (longest + 10 <= place)
            return new CategoryFit(0, 0, Line, 0);
        var angle = place < 3 * Line ? 60 : 30;
        var (sine, cosine) = Math.SinCos(angle * Math.PI / 180);
        return new CategoryFit(
            angle, place >= Line ? 0 : Line / place, (int)(longest * sine) + Line,
            Math.Max(0, (int)(longest * cosine) - (place / 2) - LeastLeft));
    }
}
