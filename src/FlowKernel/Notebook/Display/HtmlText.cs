using System.Net;

namespace FlowKernel.Notebook.Display;

/// <summary>Text in HTML.</summary>
internal static class HtmlText
{
    /// <summary>
    /// Classes of elements whose texts are no mathematics: notebooks and nbconvert would set what stands between dollar
    /// signs as a formula (https://docs.mathjax.org/en/latest/options/document.html).
    /// </summary>
    public const string NoMathematics = "tex2jax_ignore mathjax_ignore";

    /// <summary>
    /// The text encoded, as an element's content or a quoted attribute's value. HTML has no NUL: browsers read U+FFFD in
    /// its place, and viewers that clean notebooks would end the page there.
    /// </summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text).Replace('\0', '\uFFFD');

    /// <summary>
    /// The text with what cannot be seen made visible, as <see cref="PlainCells.Harmless"/> does, save line ends and
    /// tabs.
    /// </summary>
    public static string Visible(string text) => string.Join(
        '\n', text.Split('\n').Select(line => string.Join('\t', line.Split('\t').Select(PlainCells.Harmless))));
}
