using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>union</c>: rows of all inputs under the binder's columns. A column that an input lacks is null there; columns of
/// one name and several types are told apart by the binder's <c>name_type</c>.
/// </summary>
internal static class UnionOperator
{
    public static Relation Lower(LoweringContext context, SyntaxNode union) => Lower(context, [], union);

    public static Relation LowerPiped(LoweringContext context, Relation input, SyntaxNode step) =>
        Lower(context, [NamedInput.Of(context, input, 0)], step);

    private static Relation Lower(LoweringContext context, List<NamedInput> inputs, SyntaxNode step)
    {
        foreach (var expression in step.List("Expressions"))
        {
            var position = inputs.Count;
            inputs.AddRange(TableList.Inputs(
                context, expression, relation => NamedInput.Of(context, relation, position)));
        }

        if (inputs.Count == 0)
            return context.Refuse(step, LoweringDiagnostics.NoTables(step.Span));
        var source = Parameters.Word(step, "withsource", "with_source");
        if (source is not null && inputs.Exists(i => i.Relation.Columns.Any(c => c.Name == source)))
            return context.Refuse(step, LoweringDiagnostics.TakenSource(source, step.Span));
        var named = UnionColumns.Of(inputs);
        if (named.Collide && Parameters.Word(step, "kind") != "inner")
            return Collided(inputs, named, source, step);
        var columns = step.Type!.Columns!.Where(c => c.Name == source || IsKept(step, inputs, c))
            .Select(c => ColumnOf(context, inputs, c, step)).ToList();
        if (columns.Find(c => c.Name != source && !inputs.Exists(i => i.Match(c.Name, c.Type) is not null)) is { } lost)
        {
            var what = $"a union where '{lost.Name}' stands for columns of several types";
            return context.Refuse(step, LoweringDiagnostics.Construct(what, step.Span));
        }

        return new Union([.. inputs.Select(i => i.Align(columns, source, step.Span))], columns, step.Span);
    }

    private static Union Collided(List<NamedInput> inputs, UnionColumns named, string? source, SyntaxNode step)
    {
        IReadOnlyList<PlanColumn> first = source is null ? [] : [new PlanColumn(source, KqlType.String)];
        IReadOnlyList<PlanColumn> columns = [.. first, .. named.New()];
        return new Union(
            [.. inputs.Select(i => named.Renamed(i, step.Span).Align(columns, source, step.Span))], columns, step.Span);
    }

    /// <summary>The bound column; with the inputs' type where they all have another than the binder thinks.</summary>
    private static PlanColumn ColumnOf(
        LoweringContext context, List<NamedInput> inputs, BoundColumn column, SyntaxNode step)
    {
        var types = inputs.SelectMany(i => i.Relation.Columns).Where(c => c.Name == column.Name)
            .Select(c => c.Type).Distinct().ToList();
        return types is [var type] && column.Type is not null
            ? new PlanColumn(column.Name, type)
            : context.Run.Column(column, step.Span);
    }

    private static bool IsKept(SyntaxNode step, List<NamedInput> inputs, BoundColumn column) =>
        Parameters.Word(step, "kind") != "inner"
        || inputs.TrueForAll(i => i.Match(column.Name, column.Type) is not null);
}
