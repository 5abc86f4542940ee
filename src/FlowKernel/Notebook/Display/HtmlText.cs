using System.Net;

namespace FlowKernel.Notebook.Display;

/// <summary>Text in HTML.</summary>
internal static class HtmlText
{
    /// <summary>The text encoded, as an element's content or a quoted attribute's value.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>
    /// The text with what cannot be seen made visible, as <see cref="PlainCells.Harmless"/> does, save line ends and
    /// tabs.
    /// </summary>
    public static string Visible(string text) => string.Join(
        '\n', text.Split('\n').Select(line => string.Join('\t', line.Split('\t').Select(PlainCells.Harmless))));
}
