using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// Calls of the library of which it is known what becomes of a function that they are given: it is called, shown to nobody,
/// and kept at most by a sequence that is their result (the documentation of each; deferred execution of
/// <see cref="Enumerable"/>).
/// </summary>
internal static class LibraryCalls
{
    private static readonly FrozenSet<string> Callers = FrozenSet.Create(
        StringComparer.Ordinal, "System.Linq.Enumerable", "System.Collections.Generic.List<T>", "System.Array");

    // What takes a sequence as its last argument and has gone through it when it returns.
    private static readonly FrozenSet<string> Consumers = FrozenSet.Create(
        StringComparer.Ordinal,
        "string.Join", "string.Concat", "System.Collections.Generic.List<T>.AddRange",
        "System.Collections.Generic.HashSet<T>.UnionWith", "System.Collections.Generic.HashSet<T>.ExceptWith",
        "System.Collections.Generic.HashSet<T>.IntersectWith");

    private static readonly SymbolDisplayFormat TypeName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>True for a method of the library that only calls what it is given, and for none.</summary>
    public static bool OnlyCalls(ISymbol? method) =>
        method is null || Callers.Contains(method.ContainingType.OriginalDefinition.ToDisplayString(TypeName));

    /// <summary>True for a function that is an argument of such a method.</summary>
    public static bool OnlyCalls(ArgumentSyntax argument, SemanticModel model) =>
        argument.Parent?.Parent is InvocationExpressionSyntax call && call.ArgumentList.Arguments.All(a => a.NameColon is null)
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol method && OnlyCalls(method)
        && (method.ReducedFrom ?? method).OriginalDefinition.Parameters is var parameters
        && parameters.ElementAtOrDefault(call.ArgumentList.Arguments.IndexOf(argument) + (method.ReducedFrom is null ? 0 : 1))
            is { Type.TypeKind: TypeKind.Delegate };

    /// <summary>True for all the methods that a query calls.</summary>
    public static bool AreAllOf(QueryExpressionSyntax query, SemanticModel model) =>
        query.DescendantNodes().OfType<QueryClauseSyntax>().All(c => IsOne(c, model))
        && query.DescendantNodes().OfType<SelectOrGroupClauseSyntax>().All(s => OnlyCalls(model.GetSymbolInfo(s).Symbol))
        && query.DescendantNodes().OfType<OrderingSyntax>().All(o => OnlyCalls(model.GetSymbolInfo(o).Symbol));

    /// <summary>True for an argument of such a method that nothing holds any more when the statement has ended.</summary>
    public static bool IsOverAfter(ArgumentSyntax argument, SemanticModel model) =>
        OnlyCalls(argument, model) && IsOverAfter((InvocationExpressionSyntax)argument.Parent!.Parent!, model);

    /// <summary>True when a sequence is gone through where it is made, and nowhere else.</summary>
    public static bool IsConsumed(ExpressionSyntax sequence, SemanticModel model) => sequence.Parent switch
    {
        ParenthesizedExpressionSyntax outer => IsConsumed(outer, model),
        ForEachStatementSyntax each => each.Expression == sequence && each.AwaitKeyword == default,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument =>
            call.ArgumentList.Arguments[^1] == argument && model.GetSymbolInfo(call).Symbol is IMethodSymbol method
            && Consumers.Contains($"{method.ContainingType.OriginalDefinition.ToDisplayString(TypeName)}.{method.Name}"),
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member => member.Expression == sequence
            && model.GetSymbolInfo(call).Symbol is IMethodSymbol method && OnlyCalls(method) && IsOverAfter(call, model),
        _ => false,
    };

    private static bool IsOverAfter(InvocationExpressionSyntax call, SemanticModel model) =>
        !IsLazy((IMethodSymbol)model.GetSymbolInfo(call).Symbol!) || IsConsumed(call, model);

    private static bool IsLazy(IMethodSymbol method) => method.OriginalDefinition.ReturnType is INamedTypeSymbol
    {
        TypeKind: TypeKind.Interface, Name: "IEnumerable" or "IOrderedEnumerable",
    };

    private static bool IsOne(QueryClauseSyntax clause, SemanticModel model) =>
        model.GetQueryClauseInfo(clause) is var info && OnlyCalls(info.CastInfo.Symbol) && OnlyCalls(info.OperationInfo.Symbol);
}
