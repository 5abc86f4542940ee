using System.Net;
using System.Text;

namespace FlowKernel.Charts.Svg;

/// <summary>
/// A chart as HTML without scripts: the picture as an image, and the text form folded below it for viewers that take
/// images out. As an image the picture also passes viewers that clean inline SVG down to its texts (nbconvert 6.5).
/// </summary>
internal static class PictureHtml
{
    public static string Of(string svg, string text, string title)
    {
        var data = Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
        return $"<div><img alt=\"{WebUtility.HtmlEncode(title)}\" style=\"max-width:100%\" "
            + $"src=\"data:image/svg+xml;base64,{data}\">"
            + "<details style=\"font-size:85%;opacity:.65\"><summary>as text</summary>"
            + $"<pre>{WebUtility.HtmlEncode(text)}</pre></details></div>";
    }
}
