using FlowKernel.Text;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Kql;

/// <summary>A hole of an interpolated query.</summary>
/// <param name="Name">The parameter that stands for it in the query's text.</param>
/// <param name="Inside">Where that stands in the text.</param>
/// <param name="Syntax">The hole in the C# source.</param>
internal sealed record QueryHole(string Name, TextSpan Inside, InterpolationSyntax Syntax)
{
    /// <summary>Where its expression stands in the cell.</summary>
    public TextSpan InCell => new(Syntax.Expression.SpanStart, Syntax.Expression.Span.Length);

    /// <summary>True for one in a text that is joined to others with <c>+</c>, which only a string can be.</summary>
    public bool IsInSum => Syntax.Parent?.Parent is BinaryExpressionSyntax;

    /// <summary>The hole as the user wrote it.</summary>
    public string Source => $"{{{Syntax.Expression}}}";

    /// <summary>The hole in a text that holds this one at an offset.</summary>
    public QueryHole Shift(int offset) => this with { Inside = Inside.Shift(offset) };
}
