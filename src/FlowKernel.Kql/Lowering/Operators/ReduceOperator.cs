using System.Globalization;
using FlowKernel.Algorithms.Texts;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>reduce</c> (https://learn.microsoft.com/kusto/query/reduce-operator). Equal texts are counted before they are
/// grouped; with <c>kind=source</c> the rows stay, and each gets its pattern.
/// </summary>
internal static class ReduceOperator
{
    private const double UsualThreshold = 0.1;

    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var expression = step["Expression"];
        var text = context.Scalar(expression.Kind == "SimpleNamedExpression" ? expression["Expression"] : expression);
        var (threshold, characters) = (Threshold(context, step), Characters(context, step));
        if (threshold is not (>= 0 and <= 1))
            return context.Refuse(step, LoweringDiagnostics.ReduceThreshold(step.Find("With")?.Span ?? step.Span));
        return Parameters.Word(step, "kind") == "source"
            ? Patterns(context, input, text, threshold, characters, step)
            : Groups(input, text, threshold, characters, step);
    }

    private static RowsStage Groups(Relation input, Scalar text, double threshold, string? characters, SyntaxNode step)
    {
        var key = new PlanColumn("text", KqlType.String);
        var count = new PlanColumn("count", KqlType.Long);
        var counted = new Aggregate(
            input, [new Assignment(key, text)],
            [new Assignment(count, new AggregateCall("count", [], KqlType.Long, step.Span))], step.Span);
        PlanColumn[] columns =
            [new("Pattern", KqlType.String), new("Count", KqlType.Long), new("Representative", KqlType.String)];
        return new RowsStage([counted], new TextReduction(threshold, characters), columns, step.Span);
    }

    /// <summary>As documented, the rows and their patterns; the binder also thinks of counts and representatives.</summary>
    private static RowsStage Patterns(
        LoweringContext context, Relation input, Scalar text, double threshold, string? characters, SyntaxNode step)
    {
        context.Run.Drop("Count");
        context.Run.Drop("Representative");
        var named = new Assignment(new PlanColumn("text", KqlType.String), text);
        var rows = new Project(input, [.. input.Columns.Select(c => Columns.Keep(c, step.Span)), named], step.Span);
        var columns = input.Columns.Select(c => new PlanColumn(c.Name, c.Type))
            .Append(new PlanColumn("Pattern", KqlType.String)).ToList();
        return new RowsStage([rows], new TextPatterns(threshold, characters), columns, step.Span);
    }

    private static double Threshold(LoweringContext context, SyntaxNode step) =>
        With(step, "threshold") is { } given && context.Scalar(given) is Literal { Value: IConvertible value }
            ? value.ToDouble(CultureInfo.InvariantCulture)
            : UsualThreshold;

    private static string? Characters(LoweringContext context, SyntaxNode step) =>
        With(step, "characters") is { } given && context.Scalar(given) is Literal { Value: string { Length: > 0 } text }
            ? text
            : null;

    private static SyntaxNode? With(SyntaxNode step, string name) =>
        step.Find("With") is { } with ? Parameters.Value(with, name) : null;
}
