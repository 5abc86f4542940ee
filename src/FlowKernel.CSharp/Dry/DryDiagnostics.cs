using FlowKernel.CSharp.Checking;
using FlowKernel.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Dry;

/// <summary>
/// The compiler's findings without those that only follow from another mistake: a variable that a wrong query was to
/// give, names from a package that is not here.
/// </summary>
internal sealed class DryDiagnostics
{
    private const string UnknownName = "CS0103";
    private const string UnknownType = "CS0246";

    // Names, members, types and namespaces that an assembly would bring, and the assembly or file itself.
    private static readonly HashSet<string> Unknown = new(
        [
            UnknownName, UnknownType, "CS0234", "CS1061", "CS0117", "CS0012", "CS1929", "CS0400", "CS0411", "CS0006",
            "CS1504",
        ],
        StringComparer.Ordinal);

    private readonly HashSet<string> _forgiven = new(StringComparer.Ordinal);

    /// <summary>True once an assembly is missing.</summary>
    public bool IsLenient { get; set; }

    /// <summary>Expects a name to be missing.</summary>
    public void Forgive(string name) => _forgiven.Add(name);

    /// <summary>What is wrong with a cell of this text.</summary>
    public IEnumerable<Diagnostic> Of(CSharpCompilation cell, string text, CancellationToken cancellation) =>
        CellDiagnostics.Of(cell, cancellation).Where(d => !IsForgiven(d, text));

    private bool IsForgiven(Diagnostic found, string text) =>
        (IsLenient && Unknown.Contains(found.Code))
        || (found.Code is UnknownName or UnknownType && found.File is null && found.Span.End <= text.Length
            && _forgiven.Contains(text.Substring(found.Span.Start, found.Span.Length)));
}
