using System.Collections.Immutable;
using System.Globalization;
using FlowKernel.CSharp.Submissions;
using FlowKernel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using FlowDiagnostic = FlowKernel.Diagnostics.Diagnostic;
using FlowSeverity = FlowKernel.Diagnostics.Severity;

namespace FlowKernel.CSharp.Checking;

/// <summary>The C# compiler's findings as diagnostics whose spans are offsets into the cell.</summary>
internal static class CellDiagnostics
{
    /// <summary>
    /// Findings that a notebook's reader can do nothing about: assembly versions that were unified, and fields that
    /// nothing uses so far, where later cells may.
    /// </summary>
    public static ImmutableDictionary<string, ReportDiagnostic> Silenced { get; } =
        new[] { "CS1701", "CS1702", "CS1705", "CS0169", "CS0414", "CS0649" }.ToImmutableDictionary(
            code => code, _ => ReportDiagnostic.Suppress);

    /// <summary>
    /// Errors and warnings, those of loaded files first, mistakes of syntax before what may only follow from them, in
    /// text order; errors only when there are any.
    /// </summary>
    public static IReadOnlyList<FlowDiagnostic> Of(CSharpCompilation cell, CancellationToken cancellation)
    {
        if (UsingDeclarations.Find((CompilationUnitSyntax)cell.CellTree().GetRoot(cancellation)) is { Count: > 0 } found)
            return found;
        var syntax = cell.GetParseDiagnostics(cancellation).ToHashSet();
        var all = cell.GetDiagnostics(cancellation)
            .Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed)
            .Select(d => (Found: Translate(d, cell, cancellation), IsSyntax: syntax.Contains(d)))
            .Concat(OwnInitializers.Find(cell, cancellation).Select(d => (Found: d, IsSyntax: false)))
            .OrderBy(d => d.Found.File is null)
            .ThenByDescending(d => d.IsSyntax)
            .ThenBy(d => d.Found.Span.Start)
            .Select(d => d.Found)
            .ToList();
        if (!all.Exists(d => d.IsError))
            return all;
        return OtherLanguages.Find(cell.CellTree().ToString()) is { } other ? [other] : all.FindAll(d => d.IsError);
    }

    /// <summary>
    /// What is wrong with a cell that only shows when code is made of it, such as a name that is too long; empty where
    /// nothing is.
    /// </summary>
    public static IReadOnlyList<FlowDiagnostic> OfEmission(CSharpCompilation cell, CancellationToken cancellation) =>
    [
        .. cell.Emit(Stream.Null, cancellationToken: cancellation).Diagnostics
            .Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => Translate(d, cell, cancellation))
            .OrderBy(d => d.Span.Start),
    ];

    private static FlowDiagnostic Translate(
        Diagnostic found, CSharpCompilation cell, CancellationToken cancellation)
    {
        var message = found.GetMessage(CultureInfo.InvariantCulture);
        var place = found.Location.SourceSpan;
        var translated = new FlowDiagnostic(
            found.Id,
            CellHints.Reworded(message),
            // An empty span at the very start would be no place at all.
            new TextSpan(place.Start, place is { Start: 0, Length: 0 } ? 1 : place.Length),
            CellHints.For(found.Id) ?? CellHints.ForTwins(message) ?? CellHabits.For(found, cell, cancellation)
                ?? NameSuggestions.For(found, cell, cancellation),
            found.Severity == DiagnosticSeverity.Error ? FlowSeverity.Error : FlowSeverity.Warning);
        return found.Location.SourceTree is { } tree ? LoadedFile.Placed(translated, tree, cell) : translated;
    }
}
