using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.DuckDb.External;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit;

/// <summary>The steps that run before the statements of a query, in the order in which they must run.</summary>
internal sealed class StageQueries(DataPlaces places)
{
    private readonly Dictionary<object, EmittedStage> _byStage = new(ReferenceEqualityComparer.Instance);
    private readonly List<EmittedStage> _all = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<EmittedStage> All => _all;

    /// <summary>Where files may be read.</summary>
    public DataPlaces Places => places;

    /// <summary>The step that reads files.</summary>
    public EmittedStage Of(ExternalData data)
    {
        if (!_byStage.TryGetValue(data, out var known))
            Keep(data, known = new EmittedStage(NextTable, [], new ExternalRead(data, places), Columns(data.Columns)));
        return known;
    }

    /// <summary>The step of a stage, whose inputs are emitted when it is first read.</summary>
    public EmittedStage Of(RowsStage stage, Apply? around, EmitContext context)
    {
        // Rows that are kept for several readers are one step, whoever reads them.
        object key = stage.Algorithm is KeptRows rows ? rows : stage;
        if (_byStage.TryGetValue(key, out var known))
            return known;
        var inputs = stage.Inputs.Select(i => Statement(around is null ? i : WithGroup(i, around), context)).ToList();
        IReadOnlyList<PlanColumn> group = around is null ? [] : around.Input.Columns;
        var made = new EmittedStage(NextTable, inputs, stage.Algorithm, Columns([.. group, .. stage.Columns]))
        {
            GroupColumns = group.Count,
        };
        Keep(key, made);
        return made;
    }

    private string NextTable => $"staged_{SqlText.Number(_all.Count + 1)}";

    private static KqlColumn[] Columns(IReadOnlyList<PlanColumn> columns) =>
    [
        .. columns.Select((c, i) => new KqlColumn($"c{SqlText.Number(i)}", c.Type)),
        new KqlColumn(EmittedStage.RowNumber, KqlType.Long),
    ];

    private void Keep(object key, EmittedStage stage)
    {
        _byStage.Add(key, stage);
        _all.Add(stage);
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
