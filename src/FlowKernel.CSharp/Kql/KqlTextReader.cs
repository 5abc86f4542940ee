using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using FlowSpan = FlowKernel.Text.TextSpan;

namespace FlowKernel.CSharp.Kql;

/// <summary>
/// Reads the text of an expression where it is known before it runs: literals of any kind, constants, concatenations
/// and choices of these, and interpolated strings whose holes become parameters.
/// </summary>
internal sealed class KqlTextReader(SemanticModel model, CancellationToken cancellation)
{
    private int _holes;

    /// <summary>The text, or null when only running tells it.</summary>
    public LiteralText? Read(ExpressionSyntax expression) => Written(expression) ?? Constant(expression);

    private LiteralText? Written(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => LiteralReading.Read(literal.Token),
        ParenthesizedExpressionSyntax inner => Read(inner.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum =>
            Read(sum.Left) is { } left && Read(sum.Right) is { } right ? left.Then(right) : null,
        ConditionalExpressionSyntax choice when ValueOf(choice.Condition) is bool condition =>
            Read(condition ? choice.WhenTrue : choice.WhenFalse),
        InterpolatedStringExpressionSyntax interpolated => Interpolated(interpolated),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => Declared(expression),
        _ => null,
    };

    // An interpolated string of constants is a constant itself, and its holes are text; as a part of a query of holes it
    // is taken apart like the others.
    private LiteralText? Interpolated(InterpolatedStringExpressionSyntax source) =>
        source.Contents.Count > 0 && ValueOf(source) is string && !LeadingConstant.IsOfQuery(source, model, cancellation)
            ? InterpolationReading.Read(source, hole => Read(hole.Expression))
            : InterpolationReading.Read(source, Hole);

    private LiteralText? Hole(InterpolationSyntax hole) => LeadingConstant.Is(hole, model, cancellation)
        ? Read(hole.Expression)
        : InterpolationReading.Parameter(hole, ++_holes);

    /// <summary>The text of a constant that this cell declares, at the place where it is written.</summary>
    private LiteralText? Declared(ExpressionSyntax name)
    {
        var symbol = model.GetSymbolInfo(name, cancellation).Symbol;
        if (symbol is not (ILocalSymbol { IsConst: true } or IFieldSymbol { IsConst: true }))
            return null;
        return symbol.DeclaringSyntaxReferences.FirstOrDefault(r => r.SyntaxTree == model.SyntaxTree)
            ?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? Read(value)
            : null;
    }

    private LiteralText? Constant(ExpressionSyntax expression) => ValueOf(expression) is string value
        ? LiteralText.Elsewhere(value, new FlowSpan(expression.SpanStart, expression.Span.Length))
        : null;

    private object? ValueOf(ExpressionSyntax expression) => model.GetConstantValue(expression, cancellation).Value;
}
