using System.Net;
using System.Text.Json.Nodes;

namespace FlowKernel.Notebook.Display;

/// <summary>Writes pictures that stand inside HTML.</summary>
public static class PictureHtml
{
    /// <summary>
    /// The key of a picture's alternative text in the metadata of its form; nbconvert's classic template reads it too.
    /// </summary>
    public const string AltKey = "alt";

    /// <summary>The element for a picture; a style is trusted, all else is encoded.</summary>
    /// <param name="mimeType">The picture's type.</param>
    /// <param name="base64">The picture.</param>
    /// <param name="metadata">What its form's metadata say, or null.</param>
    /// <param name="style">A style, or null.</param>
    public static string Image(string mimeType, string base64, JsonNode? metadata, string? style = null)
    {
        var alt = metadata is JsonObject known && known[AltKey] is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : "";
        var styled = style is null ? "" : $" style=\"{style}\"";
        return $"<img{styled} alt=\"{WebUtility.HtmlEncode(alt)}\" "
            + $"src=\"data:{mimeType};base64,{WebUtility.HtmlEncode(base64.Trim())}\">";
    }
}
