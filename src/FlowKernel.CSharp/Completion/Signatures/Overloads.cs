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
        var all = Candidates(site.Call, model, cancellation)
            .Where(s => model.IsAccessible(site.Call.SpanStart, s))
            .OrderBy(s => Parameters(s).Length)
            .ToList();
        var bound = model.GetSymbolInfo(site.Call, cancellation).Symbol;
        var current = all.Find(s => IsSame(s, bound))
            ?? all.Find(s => Fits(s, site, model))
            ?? all.Find(s => Takes(s, site.Count))
            ?? all.LastOrDefault();
        return new Overloads(all, current);
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

    private static bool Takes(ISymbol symbol, int count) =>
        Parameters(symbol) is var parameters && (parameters.Length >= count || parameters is [.., { IsParams: true }]);

    private static bool Fits(ISymbol symbol, CallSite site, SemanticModel model)
    {
        var parameters = Parameters(symbol);
        if (!Takes(symbol, site.Count))
            return false;
        return site.Expressions.Index().All(
            e => e.Item is null || Accepts(parameters[Math.Min(e.Index, parameters.Length - 1)], e.Item, model));
    }

    private static bool Accepts(IParameterSymbol parameter, ExpressionSyntax given, SemanticModel model) =>
        model.ClassifyConversion(given, parameter.Type) is { IsImplicit: true }
        || (parameter is { IsParams: true, Type: IArrayTypeSymbol array }
            && model.ClassifyConversion(given, array.ElementType) is { IsImplicit: true })
        || parameter.Type.TypeKind == TypeKind.TypeParameter;
}
