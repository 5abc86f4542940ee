using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Kql;

/// <summary>A KQL query that stands in a cell's strings.</summary>
/// <param name="Request">The query as it would run.</param>
/// <param name="Text">Its text, with the places in the cell.</param>
/// <param name="Given">The values that C# gives to it.</param>
/// <param name="TakesHoles">False when holes would be pasted as text, because what takes it is a string.</param>
internal sealed record EmbeddedQuery(
    QueryRequest Request, LiteralText Text, IReadOnlyList<GivenParameter> Given, bool TakesHoles)
{
    /// <summary>True for one of several texts between which only running decides.</summary>
    public bool IsChoice { get; init; }

    /// <summary>False where a hole's type is not known, because the C# in it is wrong.</summary>
    public bool IsKnown => Text.Holes.All(hole => Given.Any(g => g.Name == hole.Name));
}

/// <summary>
/// Finds KQL in C#: texts given where <see cref="KqlMarks"/> says, or called KQL by a comment.
/// </summary>
internal sealed class EmbeddedKqlFinder(SemanticModel model, CancellationToken cancellation)
{
    private readonly KqlArguments _arguments = new(model, cancellation);
    private readonly GivenParameters _given = new(model, cancellation);

    /// <summary>The queries of the whole text, in order.</summary>
    public IReadOnlyList<EmbeddedQuery> Find() =>
        [.. model.SyntaxTree.GetRoot(cancellation).DescendantNodes().SelectMany(QueriesOf)];

    /// <summary>The query that a call is given; null where it has none, or a choice of several.</summary>
    public EmbeddedQuery? QueryOf(InvocationExpressionSyntax call) =>
        QueriesOf(call).Take(2).ToList() is [var only] ? only : null;

    private IEnumerable<EmbeddedQuery> QueriesOf(SyntaxNode node)
    {
        foreach (var argument in _arguments.Of(node).Concat(CommentedKql.Of(node)))
        {
            foreach (var choice in Choices(argument.Text).ToList())
            {
                if (new KqlTextReader(model, cancellation).Read(choice) is { } text)
                    yield return QueryOf(node, argument, text) with { IsChoice = choice != argument.Text };
            }
        }
    }

    // What only running decides is each of the texts.
    private IEnumerable<ExpressionSyntax> Choices(ExpressionSyntax text) => text switch
    {
        ParenthesizedExpressionSyntax { Expression: ConditionalExpressionSyntax or SwitchExpressionSyntax } inner =>
            Choices(inner.Expression),
        ConditionalExpressionSyntax choice when !model.GetConstantValue(choice.Condition, cancellation).HasValue =>
            Choices(choice.WhenTrue).Concat(Choices(choice.WhenFalse)),
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(arm => Choices(arm.Expression)),
        _ => [text],
    };

    private EmbeddedQuery QueryOf(SyntaxNode node, KqlArgument argument, LiteralText text)
    {
        var given = _given.Of(text, argument.Parameters);
        var request = new QueryRequest(text.Value)
        {
            On = ConnectionOf(node),
            Parameters = given.Where(g => g.Parameter is not null)
                .DistinctBy(g => g.Name)
                .ToDictionary(g => g.Name, g => g.Parameter!, StringComparer.Ordinal),
        };
        return new EmbeddedQuery(request, text, given, argument.TakesHoles);
    }

    /// <summary>The connection that <c>.On("name")</c> after the call names, or null.</summary>
    public string? ConnectionOf(SyntaxNode call)
    {
        if (call.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } member)
            return null;
        return member.Name.Identifier.ValueText == nameof(FlowQuery.On) && next.ArgumentList.Arguments is [var name]
            && model.GetConstantValue(name.Expression, cancellation).Value is string connection
            ? connection
            : ConnectionOf(next);
    }
}
