using System.Collections.Immutable;
using System.Globalization;
using FlowKernel.Text;
using Microsoft.CodeAnalysis;
using FlowDiagnostic = FlowKernel.Diagnostics.Diagnostic;
using FlowSeverity = FlowKernel.Diagnostics.Severity;

namespace FlowKernel.CSharp.Checking;

/// <summary>The C# compiler's findings as diagnostics whose spans are offsets into the cell.</summary>
internal static class CellDiagnostics
{
    /// <summary>Findings that a notebook's reader can do nothing about: assembly versions that were unified.</summary>
    public static ImmutableDictionary<string, ReportDiagnostic> Silenced { get; } =
        new[] { "CS1701", "CS1702", "CS1705" }.ToImmutableDictionary(code => code, _ => ReportDiagnostic.Suppress);

    /// <summary>Errors and warnings, in text order; errors only when there are any.</summary>
    public static IReadOnlyList<FlowDiagnostic> Of(IEnumerable<Diagnostic> found)
    {
        var all = found
            .Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed)
            .Select(Translate)
            .OrderBy(d => d.Span.Start)
            .ToList();
        return all.Exists(d => d.IsError) ? all.FindAll(d => d.IsError) : all;
    }

    private static FlowDiagnostic Translate(Diagnostic found)
    {
        var place = found.Location.IsInSource ? found.Location.SourceSpan : default;
        return new FlowDiagnostic(
            found.Id,
            found.GetMessage(CultureInfo.InvariantCulture),
            new TextSpan(place.Start, place.Length),
            Hint: null,
            found.Severity == DiagnosticSeverity.Error ? FlowSeverity.Error : FlowSeverity.Warning);
    }
}
