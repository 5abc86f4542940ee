using System.Diagnostics.CodeAnalysis;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Kql;

/// <summary>A KQL query that stands in a cell's strings.</summary>
internal sealed record EmbeddedQuery(QueryRequest Request, LiteralText Literal);

/// <summary>
/// Finds KQL in C#: constant texts given for parameters that are marked <c>[StringSyntax("Kql")]</c>, as literals of
/// any kind, constants and concatenations of these. Query parameters take their types from the object given beside.
/// </summary>
internal sealed class EmbeddedKqlFinder(SemanticModel model, CancellationToken cancellation)
{
    private const string Kql = "Kql";
    private const string ParametersArgument = "parameters";

    /// <summary>The queries of the whole text, in order.</summary>
    public IReadOnlyList<EmbeddedQuery> Find()
    {
        var root = model.SyntaxTree.GetRoot(cancellation);
        var calls = root.DescendantNodes().OfType<InvocationExpressionSyntax>().ToList();
        // A table that the cell itself keeps is not there to check against yet.
        return calls.Exists(c => NameOf(c) == nameof(Flow.Keep)) ? [] : [.. calls.SelectMany(QueriesOf)];
    }

    private IEnumerable<EmbeddedQuery> QueriesOf(InvocationExpressionSyntax call)
    {
        if (call.ArgumentList.Arguments.Count == 0 || Target(call) is not { } method)
            yield break;
        foreach (var (argument, parameter) in Pairs(call, method))
        {
            if (IsKql(parameter) && TextOf(argument.Expression) is { } literal)
                yield return new EmbeddedQuery(RequestOf(call, method, literal.Value), literal);
        }
    }

    private IMethodSymbol? Target(InvocationExpressionSyntax call)
    {
        var found = model.GetSymbolInfo(call, cancellation);
        return (found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) as IMethodSymbol;
    }

    private static IEnumerable<(ArgumentSyntax Argument, IParameterSymbol Parameter)> Pairs(
        InvocationExpressionSyntax call, IMethodSymbol method)
    {
        var arguments = call.ArgumentList.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i].NameColon?.Name.Identifier.ValueText;
            var parameter = name is null
                ? method.Parameters.ElementAtOrDefault(i)
                : method.Parameters.FirstOrDefault(p => p.Name == name);
            if (parameter is not null)
                yield return (arguments[i], parameter);
        }
    }

    private static bool IsKql(IParameterSymbol parameter) => parameter.GetAttributes().Any(a =>
        a.AttributeClass?.Name == nameof(StringSyntaxAttribute)
        && a.ConstructorArguments is [{ Value: string syntax }, ..]
        && string.Equals(syntax, Kql, StringComparison.OrdinalIgnoreCase));

    private LiteralText? TextOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => LiteralReading.Read(literal.Token),
        ParenthesizedExpressionSyntax inner => TextOf(inner.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum =>
            TextOf(sum.Left) is { } left && TextOf(sum.Right) is { } right ? left.Then(right) : null,
        IdentifierNameSyntax name => ConstantText(name),
        _ => null,
    };

    private LiteralText? ConstantText(IdentifierNameSyntax name)
    {
        var symbol = model.GetSymbolInfo(name, cancellation).Symbol;
        if (symbol is not (ILocalSymbol { IsConst: true } or IFieldSymbol { IsConst: true }))
            return null;
        return symbol.DeclaringSyntaxReferences.FirstOrDefault(r => r.SyntaxTree == model.SyntaxTree)
            ?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? TextOf(value)
            : null;
    }

    private QueryRequest RequestOf(InvocationExpressionSyntax call, IMethodSymbol method, string kql)
    {
        var given = Pairs(call, method).FirstOrDefault(p => p.Parameter.Name == ParametersArgument).Argument;
        var type = given is null ? null : model.GetTypeInfo(given.Expression, cancellation).Type;
        return new QueryRequest(kql) { On = ConnectionOf(call), Parameters = KqlParameterTypes.Of(type) };
    }

    /// <summary>The connection that <c>.On("name")</c> right after the call names, or null.</summary>
    private string? ConnectionOf(InvocationExpressionSyntax call)
    {
        if (call.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next })
            return null;
        return NameOf(next) == nameof(FlowQuery.On) && next.ArgumentList.Arguments is [var name]
            && model.GetConstantValue(name.Expression, cancellation).Value is string connection
            ? connection
            : ConnectionOf(next);
    }

    private static string? NameOf(InvocationExpressionSyntax call) =>
        (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;
}
