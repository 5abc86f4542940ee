using System.Text;
using FlowKernel.CSharp.Submissions;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Weaving;

/// <summary>
/// Puts calls of <see cref="CellCancellation"/> into a checked cell. It only inserts, and never a line break, so every
/// line of the woven text is the user's own line; diagnostics always come from the text before weaving.
/// </summary>
internal static class CancellationWeaving
{
    /// <summary>The woven text of a compilation's only tree; null when there is nothing to weave.</summary>
    public static string? Weave(CSharpCompilation checkedCell, CancellationToken cancellation)
    {
        var tree = checkedCell.CellTree();
        var walker = new WeavingWalker(checkedCell.GetSemanticModel(tree), cancellation);
        walker.Visit(tree.GetRoot(cancellation));
        return walker.Edits.Count == 0 ? null : Apply(tree.ToString(), walker.Edits);
    }

    private static string Apply(string code, IEnumerable<WeavingEdit> edits)
    {
        var woven = new StringBuilder();
        var copied = 0;
        foreach (var edit in edits.OrderBy(e => e.Position).ThenBy(e => e.Opens))
        {
            woven.Append(code, copied, edit.Position - copied).Append(edit.Text);
            copied = edit.Position + edit.Replaced;
        }

        return woven.Append(code, copied, code.Length - copied).ToString();
    }
}

/// <summary>Text to put at a position; of two at one position the one that closes something comes first.</summary>
internal readonly record struct WeavingEdit(int Position, string Text, bool Opens, int Replaced = 0);
