using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FlowKernel.CSharp.Weaving;

/// <summary>The files that a cell loads, with woven text in place of their own.</summary>
internal sealed class WovenFiles(SourceReferenceResolver files, IReadOnlyDictionary<string, string> woven)
    : SourceReferenceResolver
{
    public override string? NormalizePath(string path, string? baseFilePath) => files.NormalizePath(path, baseFilePath);

    public override string? ResolveReference(string path, string? baseFilePath) =>
        files.ResolveReference(path, baseFilePath);

    public override Stream OpenRead(string resolvedPath) => files.OpenRead(resolvedPath);

    public override SourceText ReadText(string resolvedPath) =>
        woven.TryGetValue(resolvedPath, out var text)
            ? SourceText.From(text, Encoding.UTF8)
            : files.ReadText(resolvedPath);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
