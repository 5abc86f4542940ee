using FlowKernel.Results;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Schemas;

/// <summary>
/// Finds names of columns in C#: <c>.Column&lt;T&gt;("x")</c>, <c>.WithIpDetails("x")</c>, <c>.Chart(…, x: "x")</c>,
/// <c>row["x"]</c>, <c>row.Get&lt;T&gt;("x")</c>.
/// </summary>
internal sealed class NamedColumns(SemanticModel model, CancellationToken cancellation)
{
    private static readonly string[] ChartParameters = ["x", "y", "series"];
    private static readonly string[] ChartProperties =
    [
        nameof(RenderProperties.XColumn), nameof(RenderProperties.YColumns), nameof(RenderProperties.Series),
        nameof(RenderProperties.AnomalyColumns),
    ];

    /// <summary>The names at a node.</summary>
    public IEnumerable<NamedColumn> Of(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
            when model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
            && FlowTypes.IsHolder(method.ContainingType) => OfCall(call, access.Expression, method),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [var index] } element
            when IsRow(element.Expression) => [new NamedColumn(element.Expression, index.Expression)],
        _ => [],
    };

    private IEnumerable<NamedColumn> OfCall(
        InvocationExpressionSyntax call, ExpressionSyntax receiver, IMethodSymbol method)
    {
        var arguments = call.ArgumentList.Arguments;
        return (method.Name, arguments) switch
        {
            (nameof(FlowQuery.WithIpDetails) or nameof(FlowQuery.WithTopology), [var column]) =>
                [new NamedColumn(receiver, column.Expression) { IsAddress = true }],
            (nameof(FlowResult.Column) or nameof(FlowRow.Get), [var column]) =>
                [new NamedColumn(receiver, column.Expression) { As = method.TypeArguments.FirstOrDefault() }],
            (nameof(FlowResult.Chart), [var only]) => OfProperties(receiver, only.Expression),
            (nameof(FlowResult.Chart), _) => arguments
                .Where((a, i) => ChartParameters.Contains(ParameterOf(a, i, method)))
                .Select(a => new NamedColumn(receiver, a.Expression)),
            _ => [],
        };
    }

    private static IEnumerable<NamedColumn> OfProperties(ExpressionSyntax receiver, ExpressionSyntax properties) =>
        ((properties as BaseObjectCreationExpressionSyntax)?.Initializer?.Expressions ?? [])
            .OfType<AssignmentExpressionSyntax>()
            .Where(a => a.Left is IdentifierNameSyntax name && ChartProperties.Contains(name.Identifier.ValueText))
            .SelectMany(a => Elements(a.Right))
            .Select(name => new NamedColumn(receiver, name));

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax list) => list switch
    {
        CollectionExpressionSyntax collection =>
            collection.Elements.OfType<ExpressionElementSyntax>().Select(e => e.Expression),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        _ => [list],
    };

    private static string? ParameterOf(ArgumentSyntax argument, int index, IMethodSymbol method) =>
        argument.NameColon?.Name.Identifier.ValueText ?? method.Parameters.ElementAtOrDefault(index)?.Name;

    private bool IsRow(ExpressionSyntax expression) =>
        model.GetTypeInfo(expression, cancellation).Type is { Name: nameof(FlowRow) } type && FlowTypes.IsHolder(type);
}
