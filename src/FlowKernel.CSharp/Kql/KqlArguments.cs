using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Kql;

/// <summary>An expression that gives KQL.</summary>
/// <param name="Text">The expression.</param>
/// <param name="TakesHoles">True when what takes it makes typed parameters of holes.</param>
/// <param name="Parameters">The object beside it whose properties are the query's parameters, or null.</param>
internal sealed record KqlArgument(ExpressionSyntax Text, bool TakesHoles, ExpressionSyntax? Parameters = null);

/// <summary>Finds the arguments of calls and creations that a marked parameter takes.</summary>
internal sealed class KqlArguments(SemanticModel model, CancellationToken cancellation)
{
    private const string ParametersArgument = "parameters";

    /// <summary>The expressions of a call, a creation or an assignment that give KQL.</summary>
    public IEnumerable<KqlArgument> Of(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } call => OfCall(call, call.ArgumentList),
        BaseObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: > 0 } list } made => OfCall(made, list),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            when SymbolOf(assignment.Left) is IPropertySymbol or IFieldSymbol
            && KqlMarks.IsKql(SymbolOf(assignment.Left)!) => [new KqlArgument(assignment.Right, TakesHoles: false)],
        InterpolatedStringExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }
            when IsMadeKqlText((ExpressionSyntax)node) => [new KqlArgument((ExpressionSyntax)node, TakesHoles: true)],
        _ => [],
    };

    // Of arguments the call tells, and the parts of a sum are read with it.
    private bool IsMadeKqlText(ExpressionSyntax text) =>
        text.Parent is not (ArgumentSyntax or BinaryExpressionSyntax or ParenthesizedExpressionSyntax)
        && model.GetTypeInfo(text, cancellation).ConvertedType is { } type && KqlMarks.IsKqlText(type);

    private IEnumerable<KqlArgument> OfCall(ExpressionSyntax call, ArgumentListSyntax list)
    {
        if (IsFlowQuery(call) && !Targets(call).Any())
        {
            var beside = list.Arguments.ElementAtOrDefault(1)?.Expression;
            return [new KqlArgument(list.Arguments[0].Expression, TakesHoles: true, beside)];
        }

        foreach (var method in Targets(call))
        {
            var pairs = Pairs(list, method).ToList();
            var found = pairs.Where(p => IsKql(call, p.Parameter)).ToList();
            if (found.Count == 0)
                continue;
            var given = pairs.FirstOrDefault(p => p.Parameter.Name == ParametersArgument).Argument?.Expression;
            return found.Select(p => new KqlArgument(
                p.Argument.Expression, KqlMarks.IsKqlText(p.Parameter.Type) || HasHoleOverload(call), given));
        }

        return [];
    }

    // In a program whose references are not here, a call of this name is taken for what it says.
    private static bool IsFlowQuery(ExpressionSyntax call) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
        && access.Name.Identifier.ValueText == nameof(Session.Flow.Query)
        && access.Expression.ToString().Split('.')[^1].TrimStart('_')
            .Equals(nameof(Session.Flow), StringComparison.OrdinalIgnoreCase);

    /// <summary>The method that a call means, or those that it may mean while it is still being written.</summary>
    private IEnumerable<IMethodSymbol> Targets(ExpressionSyntax call)
    {
        var found = model.GetSymbolInfo(call, cancellation);
        return (found.Symbol is { } symbol ? [symbol] : found.CandidateSymbols).OfType<IMethodSymbol>();
    }

    private bool HasHoleOverload(ExpressionSyntax call) =>
        Targets(call).Any(m => m.Parameters.Any(p => KqlMarks.IsKqlText(p.Type)));

    private bool IsKql(ExpressionSyntax call, IParameterSymbol parameter) =>
        KqlMarks.IsKql(parameter) || LambdaParameter(call, parameter.Ordinal) is { } marked && KqlMarks.IsKql(marked);

    // Attributes of a lambda's parameters are no part of its delegate's type.
    private ParameterSyntax? LambdaParameter(ExpressionSyntax call, int ordinal) =>
        call is InvocationExpressionSyntax { Expression: IdentifierNameSyntax name }
        && SymbolOf(name) is ILocalSymbol or IFieldSymbol
        && SymbolOf(name)!.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
            is VariableDeclaratorSyntax { Initializer.Value: ParenthesizedLambdaExpressionSyntax lambda }
            ? lambda.ParameterList.Parameters.ElementAtOrDefault(ordinal)
            : null;

    private ISymbol? SymbolOf(ExpressionSyntax expression) => model.GetSymbolInfo(expression, cancellation).Symbol;

    private static IEnumerable<(ArgumentSyntax Argument, IParameterSymbol Parameter)> Pairs(
        ArgumentListSyntax list, IMethodSymbol method)
    {
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            var name = list.Arguments[i].NameColon?.Name.Identifier.ValueText;
            var parameter = name is null
                ? method.Parameters.ElementAtOrDefault(i)
                : method.Parameters.FirstOrDefault(p => p.Name == name);
            if (parameter is not null)
                yield return (list.Arguments[i], parameter);
        }
    }
}
