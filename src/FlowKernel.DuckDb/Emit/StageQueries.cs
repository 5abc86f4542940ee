using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit;

/// <summary>The steps that run before the statements of a query, in the order in which they must run.</summary>
internal sealed class StageQueries
{
    private readonly Dictionary<RowsStage, EmittedStage> _byStage = new(ReferenceEqualityComparer.Instance);
    private readonly List<EmittedStage> _all = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<EmittedStage> All => _all;

    /// <summary>The step of a stage, whose inputs are emitted when it is first read.</summary>
    public EmittedStage Of(RowsStage stage, Apply? around, EmitContext context)
    {
        if (_byStage.TryGetValue(stage, out var known))
            return known;
        var inputs = stage.Inputs.Select(i => Statement(around is null ? i : WithGroup(i, around), context)).ToList();
        IReadOnlyList<PlanColumn> group = around is null ? [] : around.Input.Columns;
        var columns = group.Concat(stage.Columns)
            .Select((c, i) => new KqlColumn($"c{SqlText.Number(i)}", c.Type))
            .Append(new KqlColumn(EmittedStage.RowNumber, KqlType.Long));
        var made = new EmittedStage($"staged_{SqlText.Number(_all.Count + 1)}", inputs, stage.Algorithm, [.. columns])
        {
            GroupColumns = group.Count,
        };
        _byStage.Add(stage, made);
        _all.Add(made);
        return made;
    }

    /// <summary>The rows of an input for every outer row, which comes first.</summary>
    private static Apply WithGroup(Relation input, Apply around) =>
        around with { Body = input, Columns = [.. around.Input.Columns, .. input.Columns] };

    private static EmittedStatement Statement(Relation input, EmitContext context)
    {
        var relation = PlanOptimizer.Optimize(input, new RuleContext(context.Tables, context.Functions.Now)).Relation;
        var inner = new EmitContext(context.Tables, context.Functions, relation, context.Stages);
        var sql = SqlEmitter.Statement(relation, inner);
        context.Refuse(inner.Errors);
        return new EmittedStatement(sql, SqlEmitter.ColumnsOf(relation), null, "input");
    }
}
