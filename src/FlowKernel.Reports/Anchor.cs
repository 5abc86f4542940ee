using System.Text;

namespace FlowKernel.Reports;

/// <summary>Names for places in a page.</summary>
internal static class Anchor
{
    /// <summary>
    /// The name of a heading, the same for its text and for the links to it that Jupyter (<c>#Top-talkers</c>) and code
    /// hosts (<c>#top-talkers</c>) have.
    /// </summary>
    public static string Of(string heading)
    {
        var name = new StringBuilder();
        foreach (var c in heading.Trim())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
                name.Append(char.ToLowerInvariant(c));
            else if (c == ' ')
                name.Append('-');
        }

        return name.Length > 0 ? name.ToString() : "section";
    }
}
