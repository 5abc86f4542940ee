using FlowKernel.CSharp.Kql;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Diagnostic = FlowKernel.Diagnostics.Diagnostic;
using FlowSpan = FlowKernel.Text.TextSpan;

namespace FlowKernel.CSharp.Schemas;

/// <summary>
/// Checks what C# says of results against their columns, where both are known before it runs: names of columns, the
/// type of <c>.As&lt;T&gt;()</c>, recipes and their arguments.
/// </summary>
internal sealed class CellSchemas(
    SemanticModel model, IEmbeddedKql language, IReadOnlyList<TableSchema> kept, EarlierColumns earlier,
    CancellationToken cancellation)
{
    private readonly ResultColumns _columns = new(model, language, kept, earlier, cancellation);
    private readonly NamedColumns _names = new(model, cancellation);
    private readonly RecipeCalls _recipes = new(model, cancellation);

    /// <summary>What is wrong; in the text's order.</summary>
    public async Task<IReadOnlyList<Diagnostic>> CheckAsync()
    {
        var found = new List<Diagnostic>();
        foreach (var node in model.SyntaxTree.GetRoot(cancellation).DescendantNodes())
        {
            foreach (var use in _names.Of(node))
            {
                if (await CheckAsync(use) is { } mistake)
                    found.Add(mistake);
            }

            if (node is InvocationExpressionSyntax call)
                found.AddRange([.. _recipes.Check(call), .. await CheckRowTypeAsync(call)]);
        }

        return found;
    }

    /// <summary>The columns of a query, a result or its rows; null where only running tells them.</summary>
    public Task<IReadOnlyList<KqlColumn>?> ColumnsOfAsync(ExpressionSyntax expression) => _columns.OfAsync(expression);

    private async Task<Diagnostic?> CheckAsync(NamedColumn use)
    {
        if (LiteralPlace.Read(use.Name, model, cancellation) is not var (name, place)
            || await _columns.OfAsync(use.Source) is not { } columns)
            return null;
        return ColumnMistakes.Of(use, name, columns) is { } mistake ? mistake with { Span = place } : null;
    }

    private async Task<IEnumerable<Diagnostic>> CheckRowTypeAsync(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax
            {
                Name: GenericNameSyntax { TypeArgumentList.Arguments: [var written] } name, Expression: var source,
            }
            || name.Identifier.ValueText != nameof(FlowQuery.As)
            || model.GetTypeInfo(written, cancellation).Type is not { } type
            || !FlowTypes.IsHolder(model.GetTypeInfo(source, cancellation).Type)
            || await _columns.OfAsync(source) is not { } columns)
            return [];
        var place = new FlowSpan(written.SpanStart, written.Span.Length);
        return new RowTypeFit(type, columns).Check().Select(d => d with { Span = place });
    }
}
