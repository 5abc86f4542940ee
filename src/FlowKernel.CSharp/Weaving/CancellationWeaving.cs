using System.Text;
using FlowKernel.CSharp.Errors;
using FlowKernel.CSharp.Kql;
using FlowKernel.CSharp.Submissions;
using FlowKernel.CSharp.Typed;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FlowKernel.CSharp.Weaving;

/// <summary>
/// Puts calls of <see cref="CellCancellation"/> into a checked cell and the files that it loads, and
/// <see cref="CellPlaces"/>, <see cref="TupleColumns"/> and <see cref="LeadingConstant"/>. It takes nothing away but the
/// semicolon of a record that gets a body, and inserts no line break, so every line of the woven text is the user's own
/// line; diagnostics always come from the text before weaving.
/// </summary>
internal static class CancellationWeaving
{
    /// <summary>The woven text of a cell; null when there is nothing to weave.</summary>
    public static WovenText? Weave(CSharpCompilation checkedCell, CancellationToken cancellation) =>
        Weave(checkedCell, checkedCell.CellTree(), cancellation);

    /// <summary>The woven texts of the files that a cell loads, by path; without those that need no weaving.</summary>
    public static IReadOnlyDictionary<string, string> WeaveLoaded(
        CSharpCompilation checkedCell, CancellationToken cancellation)
    {
        var woven = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tree in checkedCell.SyntaxTrees.Where(t => t != checkedCell.CellTree()))
        {
            if (Weave(checkedCell, tree, cancellation) is { } text)
                woven[tree.FilePath] = text.Text;
        }

        return woven;
    }

    private static WovenText? Weave(CSharpCompilation cell, SyntaxTree tree, CancellationToken cancellation)
    {
        var model = cell.GetSemanticModel(tree);
        // Outside of functions the places are the cell's own.
        var isLoaded = tree != cell.CellTree();
        var walker = new WeavingWalker(
            model, isLoaded ? LoadedTexts.Of(tree.FilePath) : CellPath.Read(tree.FilePath), cancellation);
        walker.Walk(tree.GetRoot(cancellation), notesOwn: !isLoaded && !cell.RunsOnce());
        WeavingEdit[] edits =
        [
            .. walker.Edits, .. TupleColumns.Edits(model, cancellation), .. LeadingConstant.Edits(model, cancellation),
        ];
        return edits.Length == 0 ? null : Apply(tree.GetText(cancellation), edits);
    }

    private static WovenText Apply(SourceText source, IEnumerable<WeavingEdit> edits)
    {
        var code = source.ToString();
        var woven = new StringBuilder();
        var columns = new WovenColumns();
        var copied = 0;
        foreach (var edit in InOrder(edits))
        {
            woven.Append(code, copied, edit.Position - copied).Append(edit.Text);
            copied = edit.Position + edit.Replaced;
            var place = source.Lines.GetLinePosition(edit.Position);
            columns.Add(place.Line + 1, place.Character + 1, edit.Text.Length, edit.Replaced);
        }

        return new WovenText(woven.Append(code, copied, code.Length - copied).ToString(), columns);
    }

    // What surrounds something was found first: at one position it opens first and closes last.
    private static IEnumerable<WeavingEdit> InOrder(IEnumerable<WeavingEdit> edits) => edits
        .Select((edit, i) => (Edit: edit, Found: i))
        .OrderBy(e => e.Edit.Position).ThenBy(e => e.Edit.Opens).ThenBy(e => e.Edit.Opens ? e.Found : -e.Found)
        .Select(e => e.Edit);
}

/// <summary>A cell's text with checks in it, and what they did to its columns.</summary>
internal sealed record WovenText(string Text, WovenColumns Columns);

/// <summary>
/// Text to put at a position; of those at one position what closes something comes first, the innermost before others.
/// </summary>
internal readonly record struct WeavingEdit(int Position, string Text, bool Opens, int Replaced = 0);
