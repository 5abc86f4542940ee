using FlowKernel.CSharp.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FlowKernel.CSharp.References;

/// <summary>Finds the files that <c>#load</c> names.</summary>
internal sealed class LoadedFiles(CellFolder folder) : SourceReferenceResolver
{
    // The compiler also asks this for the names of files in debug information, which are those of cells.
    public override string NormalizePath(string path, string? baseFilePath) =>
        CellPath.IsCell(path) ? path : folder.FullPath(path, baseFilePath);

    public override string? ResolveReference(string path, string? baseFilePath)
    {
        var full = folder.FullPath(path, baseFilePath);
        return File.Exists(full) ? full : null;
    }

    public override Stream OpenRead(string resolvedPath) => File.OpenRead(resolvedPath);

    // A loaded file may name package sources, which the compiler does not know.
    public override SourceText ReadText(string resolvedPath)
    {
        using var stream = OpenRead(resolvedPath);
        var text = SourceText.From(stream);
        var hidden = PackageSourceLines.Hidden(text.ToString());
        return SourceText.From(hidden, text.Encoding ?? System.Text.Encoding.UTF8);
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
