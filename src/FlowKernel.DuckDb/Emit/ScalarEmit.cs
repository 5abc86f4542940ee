using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.DuckDb.Functions;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit;

/// <summary>Writes expressions over the FROM clause of a SELECT.</summary>
internal static class ScalarEmit
{
    /// <summary>The expression's SQL, of the DuckDB type of its KQL type; in brackets where that matters.</summary>
    public static string Emit(Scalar scalar, SelectBlock block, EmitContext context) => scalar switch
    {
        ColumnRef reference => Column(reference, block, context),
        Literal literal => SqlLiteral.Of(literal),
        Call call => Ip4Ranges.Emit(call, block) ?? Function(call, block, context),
        AggregateCall call => AggregateFunction(call, block, context),
        ScalarSubquery subquery => Subquery(subquery, context),
        InSubquery membership => Membership(membership, block, context),
        _ => throw new InvalidOperationException($"A {scalar.GetType().Name} cannot stand here."),
    };

    private static string Column(ColumnRef reference, SelectBlock block, EmitContext context) =>
        (block.Find(reference.Column) ?? context.FindOuter(reference.Column))?.Sql
        ?? throw new InvalidOperationException($"The plan reads {reference.Column} where it does not exist.");

    private static string Function(Call call, SelectBlock block, EmitContext context)
    {
        var sql = ScalarFunctions.Emit(call, Arguments(call.Arguments, block, context), context.Functions);
        return sql.Value ?? context.Refuse(sql.Diagnostics);
    }

    private static string AggregateFunction(AggregateCall call, SelectBlock block, EmitContext context)
    {
        var functions = context.Functions with { RowOrder = RowOrder(block) };
        var sql = AggregateFunctions.Emit(call, Arguments(call.Arguments, block, context), functions);
        return sql.Value ?? context.Refuse(sql.Diagnostics);
    }

    private static string RowOrder(SelectBlock block)
    {
        var keys = block.StableOrder.Select(o => o.Over(block.Items.First(i => i.Name == o.Name).Sql)).ToList();
        return keys.Count == 0 ? "" : $" ORDER BY {string.Join(", ", keys)}";
    }

    private static List<SqlArgument> Arguments(
        IReadOnlyList<Scalar> arguments, SelectBlock block, EmitContext context) =>
        [.. arguments.Select(a => new SqlArgument(Emit(a, block, context), a))];

    private static string Subquery(ScalarSubquery subquery, EmitContext context)
    {
        var rows = FirstColumn(subquery.Relation, context);
        var sql = EmitContext.Bracketed(rows with { Limit = "1" });
        return subquery.Type == KqlType.String ? $"COALESCE({sql}, '')" : sql;
    }

    private static string Membership(InSubquery membership, SelectBlock block, EmitContext context)
    {
        if (membership.Relation.Columns[0].Type == KqlType.Dynamic)
        {
            return context.Refuse(new Diagnostic(
                "FK0132", $"'{membership.Operator}' cannot run here: the query's first column is dynamic.",
                membership.Span, "Convert the column, for example with tostring()."));
        }

        var ignoresCase = membership.Operator.EndsWith('~');
        string Folded(string sql) => ignoresCase ? $"lower({sql})" : sql;

        var rows = context.Wrap(FirstColumn(membership.Relation, context)) with { Order = [] };
        var item = rows.Items[0];
        rows = rows.WithItems([item with { Sql = Folded(item.Sql) }]) with { Where = [$"{item.Sql} IS NOT NULL"] };
        var value = Folded(Emit(membership.Value, block, context));
        var sql = $"{value} IN {EmitContext.Bracketed(rows)}";
        // A text is never null, nor is then the test: DuckDB makes a semi join of it where nothing stands around it.
        sql = membership.Value.Type == KqlType.String ? $"({sql})" : $"COALESCE({sql}, false)";
        return membership.Operator.StartsWith('!') ? $"(NOT {sql})" : sql;
    }

    private static SelectBlock FirstColumn(Relation relation, EmitContext context)
    {
        var block = context.Emit(relation);
        if (block.IsClosed || block.Limit is not null || block.Order.Count > 0)
            block = context.Wrap(block);
        var first = block.Find(relation.Columns[0])
            ?? throw new InvalidOperationException("A subquery lacks its first column.");
        return block.WithItems([first]);
    }
}
