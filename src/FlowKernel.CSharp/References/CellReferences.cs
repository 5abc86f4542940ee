using FlowKernel.CSharp.Checking;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Packages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Diagnostic = FlowKernel.Diagnostics.Diagnostic;

namespace FlowKernel.CSharp.References;

/// <summary>
/// Sees to what a cell refers to before it is compiled: files that must be there, packages that must be restored.
/// </summary>
internal sealed class CellReferences(CellAssemblies assemblies, CellFolder folder, CellPackages packages)
{
    /// <summary>
    /// Checks the directives of a cell and of the files that it loads, and restores their packages. What is wrong comes
    /// as diagnostics; with errors the cell cannot be compiled.
    /// </summary>
    /// <param name="cell">A compilation of the cell; nothing of it is bound.</param>
    /// <param name="output">Where progress is shown.</param>
    /// <param name="cancellation">Ends a restore.</param>
    public async Task<IReadOnlyList<Diagnostic>> PrepareAsync(
        CSharpCompilation cell, ICellOutput output, CancellationToken cancellation)
    {
        var found = new List<Diagnostic>();
        foreach (var tree in cell.SyntaxTrees)
        {
            var inTree = await PrepareAsync(tree, output, cancellation);
            found.AddRange(inTree.Select(d => LoadedFile.Placed(d, tree, cell)));
            if (inTree.Any(d => d.IsError))
                break;
        }

        return found;
    }

    private async Task<IReadOnlyList<Diagnostic>> PrepareAsync(
        SyntaxTree tree, ICellOutput output, CancellationToken cancellation)
    {
        var sources = packages.AddSources(PackageSourceLines.In(tree));
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        if (sources.Count > 0 || !root.ContainsDirectives)
            return sources;
        var loads = root.GetLoadDirectives().Select(d => CheckLoad(d.File, tree));
        var files = root.GetReferenceDirectives().Select(d => CheckReference(d.File, tree));
        var wrong = loads.Concat(files).OfType<Diagnostic>().ToList();
        return wrong.Count > 0 ? wrong : await packages.RestoreAsync(Requests(root), output, cancellation);
    }

    private static List<PackageRequest> Requests(CompilationUnitSyntax root) =>
    [
        .. root.GetReferenceDirectives()
            .Where(d => PackageDirective.Is(d.File.ValueText))
            .Select(d => PackageDirective.Request(d.File.ValueText, d.File.SpanStart + 1)),
    ];

    private Diagnostic? CheckLoad(SyntaxToken file, SyntaxTree tree)
    {
        if (file.IsMissing)
            return null;
        var full = folder.FullPath(file.ValueText, tree.FilePath);
        return File.Exists(full) ? null : MissingFile.Load(full, DirectiveText.Inside(file));
    }

    private Diagnostic? CheckReference(SyntaxToken file, SyntaxTree tree)
    {
        var text = file.ValueText;
        if (file.IsMissing || PackageDirective.Is(text))
            return null;
        if (assemblies.Find(text, tree.FilePath) is not { } path)
            return CellAssemblies.IsPath(text)
                ? MissingFile.Assembly(folder.FullPath(text, tree.FilePath), DirectiveText.Inside(file))
                : MissingFile.Name(text, CellAssemblies.Known.Keys, DirectiveText.Inside(file));
        return AssemblyFile.Check(path, assemblies.HasChanged(path), DirectiveText.Inside(file));
    }
}
