using System.Globalization;
using System.Text.RegularExpressions;
using FlowKernel.Notebook.Display;

namespace FlowKernel.Reports;

/// <summary>
/// A cell's HTML with what paper needs: a page cannot be scrolled sideways, so wide tables go on pages of their own,
/// turned and in small letters, and columns beyond those that fit are left out and said to be.
/// </summary>
internal static partial class PaperTable
{
    private const int MostOnUprightPage = 8;

    /// <summary>The style sheet hides those after it on paper.</summary>
    private const int MostOnTurnedPage = 14;

    /// <summary>The HTML in its element.</summary>
    public static string Write(string html)
    {
        var columns = html.Contains($"class=\"{TableMarks.Root}", StringComparison.Ordinal)
            ? Heading().Count(Head(html))
            : 0;
        var kind = columns > MostOnTurnedPage ? " wide cut" : columns > MostOnUprightPage ? " wide" : "";
        return $"<div class=\"output{kind}\">{html}{(columns > MostOnTurnedPage ? Note(columns) : "")}</div>\n";
    }

    private static string Head(string html) =>
        html.IndexOf("</thead>", StringComparison.Ordinal) is >= 0 and var end ? html[..end] : "";

    private static string Note(int columns) => string.Create(
        CultureInfo.InvariantCulture,
        $"<p class=\"on-paper\">On paper: the first {MostOnTurnedPage} of {columns} columns. Keep fewer with project.</p>");

    [GeneratedRegex("<th ")]
    private static partial Regex Heading();
}
