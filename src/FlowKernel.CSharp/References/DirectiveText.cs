using FlowKernel.Text;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.References;

/// <summary>Places within directives.</summary>
internal static class DirectiveText
{
    /// <summary>The span of what stands between a token's quotes; of the quotes when nothing does.</summary>
    public static TextSpan Inside(SyntaxToken file) => file.ValueText.Length > 0
        ? new TextSpan(file.SpanStart + 1, file.ValueText.Length)
        : new TextSpan(file.SpanStart, file.Span.Length);
}
