using FlowKernel.CSharp.Kql;
using FlowKernel.Recipes;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;
using FlowKernel.Session.Enrichment;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Schemas;

/// <summary>
/// The columns of queries, results and their rows in C# that has not run: told from the query that an expression comes
/// from, through variables that are set once, and through LINQ that keeps rows as they are.
/// </summary>
/// <param name="model">The C#.</param>
/// <param name="language">What knows the columns of a query.</param>
/// <param name="kept">Tables that the C# itself keeps for queries.</param>
/// <param name="earlier">The columns of a variable of an earlier cell, or null.</param>
/// <param name="cancellation">Ends the search.</param>
internal sealed class ResultColumns(
    SemanticModel model, IEmbeddedKql language, IReadOnlyList<TableSchema> kept, EarlierColumns earlier,
    CancellationToken cancellation)
{
    // A variable may be set from itself.
    private const int MostSteps = 64;
    private readonly EmbeddedKqlFinder _queries = new(model, cancellation);

    /// <summary>The columns; null where only running tells them.</summary>
    public Task<IReadOnlyList<KqlColumn>?> OfAsync(ExpressionSyntax expression) => OfAsync(expression, MostSteps);

    private async Task<IReadOnlyList<KqlColumn>?> OfAsync(ExpressionSyntax expression, int steps)
    {
        if (steps == 0)
            return null;
        return expression switch
        {
            ParenthesizedExpressionSyntax inner => await OfAsync(inner.Expression, steps - 1),
            AwaitExpressionSyntax awaited => await OfAsync(awaited.Expression, steps - 1),
            PostfixUnaryExpressionSyntax sure => await OfAsync(sure.Operand, steps - 1),
            ElementAccessExpressionSyntax element when IsOfRows(element) =>
                await OfAsync(element.Expression, steps - 1),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call =>
                await OfCallAsync(call, access.Expression, steps - 1),
            IdentifierNameSyntax name => await OfNameAsync(name, steps - 1),
            _ => null,
        };
    }

    private async Task<IReadOnlyList<KqlColumn>?> OfCallAsync(
        InvocationExpressionSyntax call, ExpressionSyntax receiver, int steps)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
            return null;
        if (method.ContainingType.Name == nameof(FlowRecipes))
            return await OfRecipeAsync(call, method);
        if (method.ContainingType.Name == nameof(Flow))
            return _queries.QueryOf(call) is { } query
                ? await language.ColumnsAsync(query.Request, kept, cancellation)
                : null;
        // The same query may have other columns elsewhere.
        if (method.Name == nameof(FlowQuery.On) && receiver is IdentifierNameSyntax)
            return null;
        return FlowTypes.KeepsRows(method) && IsOfRows(call)
            ? Enriched(await OfAsync(receiver, steps), method.Name)
            : null;
    }

    private static IReadOnlyList<KqlColumn>? Enriched(IReadOnlyList<KqlColumn>? columns, string method) =>
        columns is not null && Enrichments.Find(method) is { } enrichment ? enrichment.AddTo(columns) : columns;

    private async Task<IReadOnlyList<KqlColumn>?> OfRecipeAsync(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        var recipe = method.Name == nameof(FlowRecipes.Run)
            ? ValueOf(call.ArgumentList.Arguments[0].Expression) is string name ? RecipeLibrary.Find(name).Value : null
            : RecipeLibrary.OfMethod(method.Name);
        if (recipe is null)
            return null;
        var request = new QueryRequest(recipe.Kql)
        {
            On = _queries.ConnectionOf(call), Parameters = recipe.Defaults.Values,
        };
        return await language.ColumnsAsync(request, kept, cancellation);
    }

    private async Task<IReadOnlyList<KqlColumn>?> OfNameAsync(IdentifierNameSyntax name, int steps)
    {
        if (model.GetSymbolInfo(name, cancellation).Symbol is not { } symbol || !IsOfRows(name))
            return null;
        var declared = symbol.DeclaringSyntaxReferences.FirstOrDefault();
        if (declared?.SyntaxTree != model.SyntaxTree)
            return symbol is IFieldSymbol && !IsSetHere(symbol) ? await earlier(symbol.Name, cancellation) : null;
        var source = RowSources.Of(declared.GetSyntax(cancellation));
        return source is null || IsMember(symbol) || IsSetHere(symbol) ? null : await OfAsync(source, steps);
    }

    // Objects of a class may each hold another result.
    private static bool IsMember(ISymbol symbol) => symbol is IFieldSymbol { ContainingType.IsScriptClass: false };

    // A variable that is set anywhere but where it is declared may hold any result by the time it is read.
    private bool IsSetHere(ISymbol symbol) => model.SyntaxTree.GetRoot(cancellation).DescendantNodes()
        .Any(n => Target(n) is IdentifierNameSyntax target && target.Identifier.ValueText == symbol.Name
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(target, cancellation).Symbol, symbol));

    private static ExpressionSyntax? Target(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument =>
            argument.Expression,
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax } } part => part.Expression,
        _ => null,
    };

    private bool IsOfRows(ExpressionSyntax expression) =>
        FlowTypes.IsOfRows(model.GetTypeInfo(expression, cancellation).Type);

    private object? ValueOf(ExpressionSyntax expression) => model.GetConstantValue(expression, cancellation).Value;
}

/// <summary>The columns of the result or query that a variable of an earlier cell holds; null when unknown.</summary>
internal delegate Task<IReadOnlyList<KqlColumn>?> EarlierColumns(string variable, CancellationToken cancellation);
