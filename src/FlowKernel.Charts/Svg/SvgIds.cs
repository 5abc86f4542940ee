using System.Text.RegularExpressions;

namespace FlowKernel.Charts.Svg;

/// <summary>Renames the ids of a picture, and what refers to them.</summary>
internal static partial class SvgIds
{
    /// <summary>The picture with another prefix instead of <c>zr3</c> and the like, in ids and references.</summary>
    public static string Rename(string svg, string prefix) =>
        Reference().Replace(svg, match => match.Groups["before"].Value + prefix + "-");

    [GeneratedRegex("""(?<before>\sid="|\(#|href="#)zr\d+-""", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
