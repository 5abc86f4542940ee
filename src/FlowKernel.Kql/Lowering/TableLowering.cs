using FlowKernel.Kql.Lowering.Graphs;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Schema;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering;

/// <summary>Lowers tabular expressions: tables, names, pipes, functions and the operators that start a query.</summary>
internal static class TableLowering
{
    /// <summary>The relation of a tabular expression; a stand-in with the right columns where there is none.</summary>
    public static Relation Lower(LoweringContext context, SyntaxNode node)
    {
        if (!context.Run.Count(node.Span))
            return StandIn(context, node);
        return node.Kind switch
        {
            "PipeExpression" => Pipe(context, node),
            "ParenthesizedExpression" => context.Table(node["Expression"]),
            "NameReference" => Named(context, node),
            "FunctionCallExpression" => Called(context, node),
            "MaterializeExpression" => SharedScans.Of(
                new SharedRelation("materialized", context.Table(node["Expression"])), node.Span),
            "DataTableExpression" => DataTableLowering.Lower(context, node),
            "PathExpression" when DatabaseTables.NameIn(context, node) is { Text: { } name } => Scan(context, name, node),
            "PathExpression" when PatternCalls.TryLower(context, node) is { } matched => matched,
            _ when context.Piped is { } piped && OperatorTable.Find(node.Kind) is { } lower =>
                SessionWindows.Lift(lower(context.Over(piped), piped, node)),
            _ when OperatorTable.FindSource(node.Kind) is { } lower => lower(context, node),
            _ => Refused(context, node),
        };
    }

    /// <summary>A relation of the binder's columns that stands where a problem was reported.</summary>
    public static Relation StandIn(LoweringContext context, SyntaxNode node) => new Rows(
        [.. (node.Type?.Columns ?? []).Select(c => context.Run.Column(c, node.Span))], [], node.Span);

    /// <summary>A reading of a table of the connection, with columns of its own.</summary>
    public static Scan ScanOf(TableSchema table, TextSpan span) =>
        new(table.Name, [.. table.Columns.Select(c => new PlanColumn(c.Name, c.Type))], span);

    private static Relation Pipe(LoweringContext context, SyntaxNode pipe)
    {
        var step = pipe["Operator"];
        if (GraphOperators.Find(step.Kind) is { } overGraph)
            return overGraph(context, GraphSource.Of(context, pipe["Expression"]), step);
        var input = context.Table(pipe["Expression"]);
        var row = context.Over(input) with
        {
            IsUnordered = step.Kind != "SerializeOperator" && RowOrder.IsMissing(context, pipe["Expression"]),
        };
        if (GraphPartition.Is(step))
            return GraphPartition.Lower(row, input, step);
        return OperatorTable.Find(step.Kind) is { } lower
            ? SessionWindows.Lift(lower(row, input, step))
            : Refused(context, step);
    }

    private static Relation Named(LoweringContext context, SyntaxNode name)
    {
        var text = name.Text!;
        return context.Names.Find(text) switch
        {
            TabularBinding tabular => tabular.Context.Table(tabular.Expression),
            SharedBinding shared => SharedScans.Of(shared.Shared.Value, name.Span),
            FunctionBinding function => FunctionCalls.Table(context, function, name, []),
            _ when context.Run.Named(text) is { } named => SharedScans.Of(named, name.Span),
            _ => Scan(context, text, name),
        };
    }

    private static Relation Called(LoweringContext context, SyntaxNode call)
    {
        var name = call["Name"].Text!;
        var arguments = call["ArgumentList"].List("Expressions").ToList();
        if (context.Names.Find(name) is FunctionBinding function)
            return FunctionCalls.Table(context, function, call, arguments);
        if (PatternCalls.TryLower(context, call) is { } matched)
            return matched;
        return name == "table" && arguments is [var first, ..] && context.Scalar(first) is Literal { Value: string table }
            ? Scan(context, table, call)
            : Refused(context, call);
    }

    private static Relation Scan(LoweringContext context, string name, SyntaxNode node) =>
        context.Run.Scope.Schema.Find(name) is { } table
            ? ScanOf(table, node.Span)
            : Refused(context, node);

    private static Relation Refused(LoweringContext context, SyntaxNode node)
    {
        var name = FirstWord(context.Run.Kql, node);
        if (node.Kind is "ForkOperator" or "FacetOperator")
            return context.Refuse(node, LoweringDiagnostics.NotLast(name, node.Span));
        context.Run.Report(node.Kind.EndsWith("Operator", StringComparison.Ordinal)
            ? LoweringDiagnostics.Operator(name, node.Span)
            : LoweringDiagnostics.Construct($"'{name}'", node.Span));
        return StandIn(context, node);
    }

    private static string FirstWord(string kql, SyntaxNode node)
    {
        var start = Math.Clamp(node.Span.Start, 0, kql.Length);
        var rest = kql.AsSpan(start, Math.Clamp(node.Span.Length, 0, kql.Length - start));
        var end = rest.IndexOfAnyExcept(System.Buffers.SearchValues.Create(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"));
        return (end < 0 ? rest : rest[..end]).ToString();
    }
}
