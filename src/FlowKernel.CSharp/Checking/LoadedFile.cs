using FlowKernel.CSharp.Submissions;
using FlowKernel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Diagnostic = FlowKernel.Diagnostics.Diagnostic;

namespace FlowKernel.CSharp.Checking;

/// <summary>Mistakes in files that a cell loads: their place is in that file, not in the cell.</summary>
internal static class LoadedFile
{
    /// <summary>A diagnostic whose span is in <paramref name="tree"/>, as one of the cell or of a file.</summary>
    public static Diagnostic Placed(Diagnostic found, SyntaxTree tree, CSharpCompilation cell) =>
        tree == cell.CellTree() ? found : found with { File = Of(tree) };

    private static SourceFile Of(SyntaxTree tree) =>
        new(tree.FilePath, new FlowKernel.Text.SourceText(tree.ToString()));
}
