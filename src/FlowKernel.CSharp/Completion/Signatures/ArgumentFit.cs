using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Completion.Signatures;

/// <summary>How well signatures fit the arguments that a call has so far.</summary>
internal sealed class ArgumentFit(CallSite site, SemanticModel model)
{
    private const int Exact = 0;
    private const int Generic = 1;
    private const int Converted = 2;
    private const int Wrong = 1_000;

    private readonly int _count = site.Count;
    private readonly IReadOnlyList<ExpressionSyntax?> _given = site.Expressions;

    /// <summary>Lower fits better: arguments of the very type before those that are converted, wrong ones last.</summary>
    public int Of(ISymbol symbol) =>
        (Takes(symbol) ? 0 : Wrong)
        + _given.Index().Sum(argument => argument.Item is null ? 0 : Of(symbol, argument.Index, argument.Item));

    /// <summary>True for a signature that has a parameter for each argument.</summary>
    public bool Takes(ISymbol symbol) =>
        Overloads.ParametersOf(symbol) is var parameters
        && (parameters.Count >= _count || parameters is [.., { IsParams: true }]);

    private int Of(ISymbol symbol, int index, ExpressionSyntax given)
    {
        if (Overloads.ParameterFor(symbol, site, index) is not { } parameter)
            return Wrong;
        var whole = Of(parameter.Type, given);
        return parameter.IsParams && ElementOf(parameter.Type) is { } element
            ? Math.Min(whole, Of(element, given) + Converted)
            : whole;
    }

    private int Of(ITypeSymbol type, ExpressionSyntax given) => model.ClassifyConversion(given, type) switch
    {
        { IsIdentity: true } => Exact,
        { IsImplicit: true } => Converted,
        _ when IsOpen(type) => Generic,
        _ => Wrong,
    };

    // What a type parameter stands for is told by the arguments.
    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen),
        _ => false,
    };

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var only] } => only,
        _ => null,
    };
}
