using FlowKernel.CSharp.Weaving;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Typed;

/// <summary>
/// Writes the names of tuples' parts into calls of <c>Flow.Table</c> that give none: the compiler knows them, a running
/// program does not.
/// </summary>
internal static class TupleColumns
{
    /// <summary>What to insert into a cell's text.</summary>
    public static IEnumerable<WeavingEdit> Edits(SemanticModel model, CancellationToken cancellation) =>
        model.SyntaxTree.GetRoot(cancellation).DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(c => c.ArgumentList.Arguments.Count == 2)
            .Select(c => (Call: c, Names: NamesFor(c, model, cancellation)))
            .Where(c => c.Names is not null)
            .Select(c => new WeavingEdit(c.Call.ArgumentList.CloseParenToken.SpanStart, c.Names!, Opens: true));

    private static string? NamesFor(
        InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Flow.Table) }
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method
            || method.ContainingType.Name != nameof(Flow)
            || method.TypeArguments is not [INamedTypeSymbol { IsTupleType: true } tuple])
            return null;
        return tuple.TupleElements.Any(e => e.IsExplicitlyNamedTupleElement)
            ? string.Concat(tuple.TupleElements.Select(e => $", {SymbolDisplay.FormatLiteral(e.Name, quote: true)}"))
            : null;
    }
}
