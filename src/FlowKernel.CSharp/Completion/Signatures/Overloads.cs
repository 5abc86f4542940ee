using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Completion.Signatures;

/// <summary>What a call may call.</summary>
internal sealed record Overloads(IReadOnlyList<ISymbol> All, ISymbol? Current)
{
    /// <summary>The methods, constructors or indexers of a name, and the one that fits the arguments best.</summary>
    public static Overloads Of(CallSite site, SemanticModel model, CancellationToken cancellation)
    {
        var fit = new ArgumentFit(site, model);
        var bound = model.GetSymbolInfo(site.Call, cancellation).Symbol;
        var all = Candidates(site.Call, model, cancellation)
            .Where(s => model.IsAccessible(site.Call.SpanStart, s))
            .OrderBy(s => !IsSame(s, bound))
            .ThenBy(fit.Of)
            .ThenBy(s => fit.Takes(s) ? Parameters(s).Length : -Parameters(s).Length)
            .ToList();
        return new Overloads(all, all.FirstOrDefault());
    }

    /// <summary>The parameter for an argument of a call, by its name or its place; null when there is none.</summary>
    public static IParameterSymbol? ParameterFor(ISymbol symbol, CallSite site, int index)
    {
        var parameters = Parameters(symbol);
        if (site.NameOf(index) is { } name)
            return parameters.FirstOrDefault(p => p.Name == name);
        return index < parameters.Length ? parameters[index]
            : parameters is [.., { IsParams: true } rest] ? rest
            : null;
    }

    /// <summary>The parameters of a method or indexer.</summary>
    public static IReadOnlyList<IParameterSymbol> ParametersOf(ISymbol symbol) => Parameters(symbol);

    private static System.Collections.Immutable.ImmutableArray<IParameterSymbol> Parameters(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol property => property.Parameters,
            _ => [],
        };

    private static bool IsSame(ISymbol a, ISymbol? b) =>
        SymbolEqualityComparer.Default.Equals(a.OriginalDefinition, b?.OriginalDefinition);

    private static IEnumerable<ISymbol> Candidates(
        SyntaxNode call, SemanticModel model, CancellationToken cancellation) =>
        call switch
        {
            InvocationExpressionSyntax invocation => Methods(invocation.Expression, model, cancellation),
            BaseObjectCreationExpressionSyntax creation => Constructors(model.GetTypeInfo(creation, cancellation).Type),
            AttributeSyntax attribute => Constructors(model.GetTypeInfo(attribute, cancellation).Type),
            PrimaryConstructorBaseTypeSyntax parent => Constructors(model.GetTypeInfo(parent.Type, cancellation).Type),
            ConstructorInitializerSyntax initializer => model.GetMemberGroup(initializer, cancellation),
            ElementAccessExpressionSyntax access => Indexers(model.GetTypeInfo(access.Expression, cancellation).Type),
            _ => [],
        };

    private static IEnumerable<ISymbol> Methods(
        ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        var group = model.GetMemberGroup(expression, cancellation).OfType<IMethodSymbol>().ToList();
        if (group.Count == 0 && model.GetTypeInfo(expression, cancellation).Type is INamedTypeSymbol
            {
                DelegateInvokeMethod: { } invoke,
            })
            return [invoke];
        return expression is MemberAccessExpressionSyntax access
            ? group.Where(m => m.IsStatic == IsType(access.Expression, model, cancellation))
            : group;
    }

    private static bool IsType(ExpressionSyntax receiver, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(receiver, cancellation).Symbol is INamespaceOrTypeSymbol;

    private static IEnumerable<ISymbol> Constructors(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named ? named.InstanceConstructors : [];

    private static IEnumerable<ISymbol> Indexers(ITypeSymbol? type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            var own = t.GetMembers().OfType<IPropertySymbol>().Where(p => p.IsIndexer).ToList();
            if (own.Count > 0)
                return own;
        }

        return (type?.AllInterfaces ?? []).SelectMany(i => i.GetMembers()).OfType<IPropertySymbol>()
            .Where(p => p.IsIndexer);
    }
}
