using FlowKernel.CSharp.Kql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using FlowSpan = FlowKernel.Text.TextSpan;

namespace FlowKernel.CSharp.Schemas;

/// <summary>Reads texts that are known before they run, with the place of what is written.</summary>
internal static class LiteralPlace
{
    /// <summary>The text and where it stands, without its quotes; null when only running tells it.</summary>
    public static (string Text, FlowSpan Place)? Read(
        ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetConstantValue(expression, cancellation).Value is not string text)
            return null;
        var inside = expression is LiteralExpressionSyntax && text.Length > 0
            ? new KqlTextReader(model, cancellation).Read(expression)?.InCell(new FlowSpan(0, text.Length))
            : null;
        return (text, inside ?? new FlowSpan(expression.SpanStart, expression.Span.Length));
    }
}
