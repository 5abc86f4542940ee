using System.Text.RegularExpressions;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>
/// A cell that only asks what something is, as consoles have it: <c>?name</c> or <c>name?</c>. The answer is a page of
/// the reply: classic Notebook shows it in its pager, JupyterLab and VS Code below the cell.
/// </summary>
internal sealed partial class HelpQuestion(HelpPages pages)
{
    /// <summary>The name that a cell asks about, empty for a question mark alone; null in cells that ask nothing.</summary>
    public static string? NameIn(string cell) =>
        Asked().Match(cell) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>The page of help; fails with FK1301 at the name where nothing is known of it.</summary>
    public async Task<Outcome<MimeBundle>> AnswerAsync(string name, string cell, CancellationToken cancellation)
    {
        var page = await pages.FindAsync(name, cancellation);
        if (page.Succeeded)
            return page;
        var span = new TextSpan(cell.IndexOf(name, StringComparison.Ordinal), name.Length);
        return new Outcome<MimeBundle>([.. page.Diagnostics.Select(d => d with { Span = span })]);
    }

    // No cell of C# begins with a question mark, so what follows one may be any name, such as !has or matches regex.
    [GeneratedRegex(@"\A\s*(?:\?{1,2}\s*(?<name>[^\s?;][^\r\n;]*?)?|(?<name>\w[\w.-]*(?:\(\))?)\s*\?{1,2})\s*;?\s*\z")]
    private static partial Regex Asked();
}
