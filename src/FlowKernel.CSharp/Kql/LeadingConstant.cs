using FlowKernel.CSharp.Weaving;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Kql;

/// <summary>
/// The constant that an interpolated query begins with, as in <c>$"{Table} | where SrcIp == {ip}"</c>. No query begins
/// with a value, so it is text, though C# hands it over like the other holes.
/// </summary>
internal static class LeadingConstant
{
    private const string Open = $"(global::{nameof(FlowKernel)}.{nameof(Session)}.{nameof(KqlConstant)}.{nameof(KqlConstant.Of)}(";

    /// <summary>True for such a hole of a cell; a program runs as it is written.</summary>
    public static bool Is(InterpolationSyntax hole, SemanticModel model, CancellationToken cancellation) =>
        model.SyntaxTree.Options.Kind == SourceCodeKind.Script
        && hole is { FormatClause: null, AlignmentClause: null, Parent: InterpolatedStringExpressionSyntax source }
        && source.Contents[0] == hole
        && SumsWith(source).All(sum => sum is not BinaryExpressionSyntax { Right: var right } || !right.Span.Contains(source.Span))
        && model.GetConstantValue(hole.Expression, cancellation).Value is string;

    /// <summary>What to insert into a cell's text, so that its queries get them as text.</summary>
    public static IEnumerable<WeavingEdit> Edits(SemanticModel model, CancellationToken cancellation) =>
        model.SyntaxTree.GetRoot(cancellation).DescendantNodes()
            .OfType<InterpolationSyntax>()
            .Where(hole => Is(hole, model, cancellation))
            .Where(hole => IsOfQuery((InterpolatedStringExpressionSyntax)hole.Parent!, model, cancellation))
            .Select(hole => hole.Expression.Span)
            .SelectMany(span => new[]
            {
                new WeavingEdit(span.Start, Open, Opens: true), new WeavingEdit(span.End, "))", Opens: false),
            });

    /// <summary>True for a part of a text whose holes a query gets; a text of constants alone is one itself.</summary>
    public static bool IsOfQuery(
        InterpolatedStringExpressionSyntax part, SemanticModel model, CancellationToken cancellation)
    {
        var text = SumsWith(part).LastOrDefault(part);
        return model.GetTypeInfo(text, cancellation).ConvertedType is { } type && KqlMarks.IsKqlText(type);
    }

    // What a text is put together with, from the inside out; in brackets too it is one text for C#.
    private static IEnumerable<ExpressionSyntax> SumsWith(ExpressionSyntax part) =>
        part.Ancestors().TakeWhile(n => n is BinaryExpressionSyntax or ParenthesizedExpressionSyntax).Cast<ExpressionSyntax>();
}
