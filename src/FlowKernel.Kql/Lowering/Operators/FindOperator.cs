using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>find</c> (https://learn.microsoft.com/kusto/query/find-operator): the matching rows of those tables that have a
/// column of the predicate. Columns are the binder's; what they leave out of a table goes into the bag <c>pack_</c>.
/// </summary>
internal static class FindOperator
{
    private const string Packed = "pack_";

    public static Relation Lower(LoweringContext context, SyntaxNode step)
    {
        var source = Parameters.Word(step, "withsource", "with_source") ?? "source_";
        var read = ColumnsIn(step["Condition"]).ToHashSet(StringComparer.Ordinal);
        var inputs = Inputs(context, step, source).ToList();
        if (inputs.Count > 1 && !HasTerm(step["Condition"]))
            inputs.RemoveAll(i => !i.Relation.Columns.Any(c => read.Contains(c.Name)));
        if (inputs.Count == 0)
            return context.Refuse(step, LoweringDiagnostics.NoTables(step.Span));
        if (read.FirstOrDefault(name => TypesOf(inputs, name).Count > 1) is { } mixed)
        {
            var what = $"find where tables have '{mixed}' in different types";
            return context.Refuse(step, LoweringDiagnostics.Construct(what, step["Condition"].Span));
        }

        var columns = step.Type!.Columns!.Select(c => context.Run.Column(c, step.Span)).ToList();
        var named = columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        return new Union(
            [.. inputs.Select(i => One(context, i, Missing(inputs, i, read), columns, named, source, step))], columns,
            step.Span);
    }

    private static IEnumerable<NamedInput> Inputs(LoweringContext context, SyntaxNode step, string source) =>
        step.Find("InClause") is { } clause
            ? clause.List("Expressions").SelectMany(table => TableList.Inputs(
                context, table, relation => NamedInput.Titled(context, relation, source, table.Span)))
            : TableList.All(context, step.Span);

    /// <summary>The columns of the predicate that the input lacks.</summary>
    private static IEnumerable<PlanColumn> Missing(
        List<NamedInput> inputs, NamedInput input, HashSet<string> read) => read
        .Where(name => !input.Relation.Columns.Any(c => c.Name == name))
        .SelectMany(name => TypesOf(inputs, name).Select(type => new PlanColumn(name, type)));

    private static UnionInput One(
        LoweringContext context, NamedInput input, IEnumerable<PlanColumn> missing, List<PlanColumn> columns,
        HashSet<string> named, string source, SyntaxNode step)
    {
        var own = input.Relation.Columns;
        var whole = UnifiedInput.Of(input, own.Concat(missing), step);
        var matching = whole.Matching(context, step["Condition"], caseSensitive: false);
        var values = columns.Select(c =>
            c.Name == source ? new Literal(input.Name, KqlType.String, step.Span)
            : c.Name == Packed ? Pack(own.Where(o => !named.Contains(o.Name)), step)
            : Value(own, c, step));
        return new UnionInput(matching, [.. values]);
    }

    /// <summary>A column's value in the type that <c>project name:type</c> asks for; null without one.</summary>
    private static Scalar Value(IReadOnlyList<PlanColumn> own, PlanColumn column, SyntaxNode step)
    {
        var match = own.FirstOrDefault(o => o.Name == column.Name)
            ?? own.FirstOrDefault(o => o.Type == column.Type && $"{o.Name}_{o.Type.Name()}" == column.Name);
        return match is not null
            ? Conversion.To(column.Type, new ColumnRef(match, step.Span))
            : new Literal(column.Type == KqlType.String ? "" : null, column.Type, step.Span);
    }

    private static Call Pack(IEnumerable<PlanColumn> columns, SyntaxNode step) => new(
        "bag_pack",
        [.. columns.SelectMany(IEnumerable<Scalar> (c) =>
            [new Literal(c.Name, KqlType.String, step.Span), new ColumnRef(c, step.Span)])],
        KqlType.Dynamic,
        step.Span);

    private static List<KqlType> TypesOf(List<NamedInput> inputs, string name) =>
        [.. inputs.SelectMany(i => i.Relation.Columns).Where(c => c.Name == name).Select(c => c.Type).Distinct()];

    private static IEnumerable<string> ColumnsIn(SyntaxNode node) =>
        node is { Kind: "NameReference", Symbol: "ColumnSymbol" } ? [node.Text!] : node.Items.SelectMany(ColumnsIn);

    /// <summary>True when a term is looked for in all columns, of whatever table.</summary>
    private static bool HasTerm(SyntaxNode node) =>
        node.Kind == "StarExpression"
        || (node is { Kind: "StringLiteralExpression" or "CompoundStringLiteralExpression" }
            && node.Type?.ScalarType == KqlType.Bool)
        || node.Items.Any(HasTerm);
}
