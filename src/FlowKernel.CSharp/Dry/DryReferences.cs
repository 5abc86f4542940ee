using FlowKernel.CSharp.References;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Dry;

/// <summary>
/// What a cell's <c>#r</c> and <c>#load</c> lines lack. A package that is not here is a warning: the next machine may
/// have it, and a check restores nothing.
/// </summary>
internal sealed class DryReferences(CellReferences references)
{
    /// <summary>Takes the references in, and gives what is wrong with them.</summary>
    public async Task<IReadOnlyList<Diagnostic>> PrepareAsync(
        CSharpCompilation cell, string text, CancellationToken cancellation)
    {
        var found = await references.PrepareAsync(cell, SilentOutput.Instance, cancellation);
        return [.. found.Select(d => IsPackage(d, text) ? NotRestored(d) : d)];
    }

    private static bool IsPackage(Diagnostic found, string text)
    {
        if (!found.IsError)
            return false;
        var source = found.File?.Text.Content ?? text;
        var line = source.LastIndexOf('\n', Math.Max(0, Math.Min(found.Span.Start, source.Length) - 1)) + 1;
        return PackageDirective.Is(source[line..].Split('"').ElementAtOrDefault(1) ?? "");
    }

    private static Diagnostic NotRestored(Diagnostic found) => found with
    {
        Severity = Severity.Warning,
        Hint = "A check restores no packages: run the cell once. Until then, names that C# does not know below are "
            + "taken to come from it.",
    };
}
