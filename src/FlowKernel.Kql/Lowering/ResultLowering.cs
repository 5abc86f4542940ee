using System.Globalization;
using FlowKernel.Kql.Language;
using FlowKernel.Kql.Lowering.Graphs;
using FlowKernel.Kql.Lowering.Plugins;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering;

/// <summary>Lowers a statement's expression to its results: one, or several for <c>fork</c> and <c>facet</c>.</summary>
internal static class ResultLowering
{
    /// <summary>The results, in order; <paramref name="before"/> says how many the query has given so far.</summary>
    public static IEnumerable<PlanResult> Lower(LoweringContext context, SyntaxNode expression, int before)
    {
        var last = expression.Kind == "PipeExpression" ? expression["Operator"] : null;
        if (last?.Kind is "ForkOperator" or "FacetOperator")
        {
            var shared = new SharedRelation("forked", context.Table(expression["Expression"]));
            var relations = last.Kind == "ForkOperator" ? Forks(context, shared, last) : Facets(context, shared, last);
            return relations.Select((r, i) => new PlanResult(r.Relation, null, r.Name ?? DefaultName(before + i)));
        }

        if (PreviewPlugin.IsCalledBy(last))
        {
            return PreviewPlugin.Lower(context, expression["Expression"], last!)
                .Select((relation, i) => new PlanResult(relation, null, DefaultName(before + i)));
        }

        if (last?.Kind == "GraphToTableOperator" && last.List("OutputClause").Skip(1).Any())
        {
            var graph = GraphSource.Of(context, expression["Expression"]);
            return last.List("OutputClause").Select((clause, i) => new PlanResult(
                GraphToTableOperator.One(context, graph, clause), null,
                clause.Find("AsClause")?["Name"].Text ?? DefaultName(before + i)));
        }

        var render = TabularStatements.RenderOf(expression);
        return
        [
            new PlanResult(
                context.Table(expression),
                render is null ? null : RenderReader.Read(render),
                TabularStatements.NameOf(expression) ?? DefaultName(before)),
        ];
    }

    private static string DefaultName(int index) =>
        index == 0 ? "PrimaryResult" : string.Create(CultureInfo.InvariantCulture, $"Result{index + 1}");

    private static IEnumerable<(Relation Relation, string? Name)> Forks(
        LoweringContext context, SharedRelation shared, SyntaxNode fork) =>
        fork.List("Expressions").Select(branch => (
            Piped(context, shared, branch["Expression"]), branch.Find("NameEquals")?["Name"].Text));

    /// <summary>As documented: the table of the with clause, then one for each column.</summary>
    private static IEnumerable<(Relation Relation, string? Name)> Facets(
        LoweringContext context, SharedRelation shared, SyntaxNode facet)
    {
        if (facet.Find("WithClause") is { } with)
            yield return (Piped(context, shared, with["Expression"]), null);
        foreach (var expression in facet.List("Expressions"))
            yield return (Facet(context, shared, expression), null);
    }

    private static Aggregate Facet(LoweringContext context, SharedRelation shared, SyntaxNode expression)
    {
        var rows = SharedScans.Of(shared, expression.Span);
        var value = context.Over(rows).Scalar(expression);
        var key = new Assignment(new PlanColumn(expression.Text ?? "Column1", value.Type), value);
        var count = new Assignment(
            new PlanColumn("count_" + key.Column.Name, KqlType.Long),
            new AggregateCall("count", [], KqlType.Long, expression.Span));
        return new Aggregate(rows, [key], [count], expression.Span);
    }

    private static Relation Piped(LoweringContext context, SharedRelation shared, SyntaxNode expression)
    {
        var rows = SharedScans.Of(shared, expression.Span);
        return (context with { Piped = rows }).Over(rows).Table(expression);
    }
}
