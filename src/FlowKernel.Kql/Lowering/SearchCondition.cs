using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// The condition of <c>search</c>: a bare text asks whether any column has it as a term, with <c>*</c> at an end for
/// terms that go on there, or within it for any text; all else is an expression like in <c>where</c>.
/// </summary>
/// <param name="context">The row that expressions read.</param>
/// <param name="caseSensitive">True for <c>kind=case_sensitive</c>.</param>
/// <param name="searched">The columns that terms are looked for in.</param>
internal sealed class SearchCondition(
    LoweringContext context, bool caseSensitive, IReadOnlyList<PlanColumn> searched)
{
    /// <summary>The condition over the context's row.</summary>
    public Scalar Lower(SyntaxNode node) => node.Kind switch
    {
        "ParenthesizedExpression" => Lower(node["Expression"]),
        "AndExpression" => Bool("and", node, Lower(node["Left"]), Lower(node["Right"])),
        "OrExpression" => Bool("or", node, Lower(node["Left"]), Lower(node["Right"])),
        "StringLiteralExpression" or "CompoundStringLiteralExpression" => Term(node),
        "StarExpression" => new Literal(true, KqlType.Bool, node.Span),
        "SearchExpression" => OnColumn(node),
        "FunctionCallExpression" when Negated(node) is { } negated => Bool("not", node, Lower(negated)),
        _ => context.Scalar(node),
    };

    private static SyntaxNode? Negated(SyntaxNode call) =>
        call["Name"].Text == "not" ? call["ArgumentList"].List("Expressions").FirstOrDefault() : null;

    private Scalar Term(SyntaxNode node)
    {
        var text = LiteralText.String(node);
        if (text.Trim('*').Length == 0)
            return new Literal(true, KqlType.Bool, node.Span);
        return AnyColumn.Matches(context with { Row = searched }, Operator(text), Sought(text, node), node.Span);
    }

    private Call OnColumn(SyntaxNode node)
    {
        var text = LiteralText.String(node["Right"]);
        return Bool(
            Operator(text),
            node,
            Conversion.To(KqlType.String, context.Scalar(node["Left"])),
            Sought(text, node));
    }

    private Literal Sought(string text, SyntaxNode node) =>
        new(HasInnerStar(text) ? Pattern(text) : text.Trim('*'), KqlType.String, node.Span);

    /// <summary>A star within a term stands for any text: <c>bi*lg</c> is the regular expression <c>bi.*lg</c>.</summary>
    private string Pattern(string text) =>
        (caseSensitive ? "" : "(?i)") + string.Join(".*", text.Trim('*').Split('*').Select(System.Text.RegularExpressions.Regex.Escape));

    private static bool HasInnerStar(string text) => text.Trim('*').Contains('*', StringComparison.Ordinal);

    private string Operator(string text)
    {
        if (HasInnerStar(text))
            return "matches regex";
        var name = (text.StartsWith('*'), text.EndsWith('*')) switch
        {
            (true, true) => "contains",
            (true, false) => "hassuffix",
            (false, true) => "hasprefix",
            _ => "has",
        };
        return caseSensitive ? name + "_cs" : name;
    }

    private static Call Bool(string name, SyntaxNode node, params IReadOnlyList<Scalar> arguments) =>
        new(name, arguments, KqlType.Bool, node.Span);
}
