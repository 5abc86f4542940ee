using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Documents;
using FlowKernel.Text;

namespace FlowKernel.Checking;

/// <summary>Recognizes cells for other programs: magics, shell lines, and cells that an editor marks so.</summary>
internal static class CellLanguage
{
    private static readonly string[] Ours = ["csharp", "c#", "kql", "kusto"];

    /// <summary>The note that says which language a cell is in, when it is not one of this kernel's.</summary>
    public static Diagnostic? Of(NotebookCell cell)
    {
        var source = cell.Source;
        var start = source.Length - source.TrimStart().Length;
        var line = source[start..].Split('\n', 2)[0].TrimEnd();
        var span = new TextSpan(start, line.Length);
        if (line.StartsWith("%%", StringComparison.Ordinal))
            return CheckMistakes.OtherLanguage(line.Split(' ', '\t')[0][2..], span);
        if (line is ['%' or '!', ..])
            return CheckMistakes.OtherLanguage($"for IPython ('{line.Split(' ')[0]}')", span);
        return cell.Language is { } language && !Ours.Contains(language, StringComparer.OrdinalIgnoreCase)
            ? CheckMistakes.OtherLanguage(language, span)
            : null;
    }
}
