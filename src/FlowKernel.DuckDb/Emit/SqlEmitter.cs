using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.DuckDb.External;
using FlowKernel.DuckDb.Functions;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit;

/// <summary>Turns plans into DuckDB's SQL.</summary>
public static class SqlEmitter
{
    /// <summary>
    /// The SQL of a plan, or a diagnostic for each operator and function that has none.
    /// </summary>
    /// <param name="plan">What to run.</param>
    /// <param name="tables">Where its scans find their tables.</param>
    /// <param name="now">What <c>now()</c> gives, in UTC.</param>
    /// <param name="wraps">
    /// Whether whole numbers that leave 64 bits wrap around, as in Kusto. Else the query fails there, but runs faster.
    /// </param>
    /// <param name="places">Where files may be read; null for nowhere.</param>
    public static Outcome<EmittedQuery> Emit(
        QueryPlan plan, ITableCatalog tables, DateTime now, bool wraps = false, DataPlaces? places = null)
    {
        var statements = new List<EmittedStatement>();
        var errors = new List<Diagnostic>();
        var steps = new List<OptimizerStep>();
        var stages = new StageQueries(places ?? DataPlaces.None);
        var relations = KeptRelations.In([.. plan.Results.Select(r => r.Relation)]);
        foreach (var (result, whole) in plan.Results.Zip(relations))
        {
            var optimized = PlanOptimizer.Optimize(whole, new RuleContext(tables, now));
            var relation = optimized.Relation;
            var functions = new FunctionContext(now)
            {
                Wraps = wraps,
                IsFiner = Precision.IsFiner(result.Relation),
                ReadsTables = RelationTree.All(relation).Any(r => r is Scan),
            };
            var context = new EmitContext(tables, functions, relation, stages);
            var sql = Statement(relation, context);
            statements.Add(new EmittedStatement(sql, ColumnsOf(relation), result.Render, result.Name));
            steps.AddRange(optimized.Steps);
            errors.AddRange(context.Errors);
        }

        return errors.Count > 0
            ? new Outcome<EmittedQuery>(errors)
            : new EmittedQuery(statements) { Stages = stages.All, Steps = steps, Wraps = wraps };
    }

    /// <summary>The SELECT of a relation, with what it needs before it.</summary>
    internal static string Statement(Relation relation, EmitContext context)
    {
        var block = context.Emit(relation);
        block = block with { Order = block.StableOrder };
        var visible = relation.Columns.Select(block.Find).ToList();
        if (!block.Items.SequenceEqual(visible))
        {
            if (block.IsClosed || block.Order.Count > 0)
                block = context.Wrap(block);
            block = block.WithItems([.. relation.Columns.Select(c => Visible(c, block))]);
        }

        return context.Shared.Prefix(SelectText.Of(block, ordered: true));
    }

    private static SelectItem Visible(PlanColumn column, SelectBlock block) =>
        block.Find(column) ?? throw new InvalidOperationException($"The result lacks {column}.");

    /// <summary>A relation's columns as a result has them.</summary>
    internal static KqlColumn[] ColumnsOf(Relation relation) =>
        [.. relation.Columns.Select(c => new KqlColumn(c.Name, c.Type))];
}
