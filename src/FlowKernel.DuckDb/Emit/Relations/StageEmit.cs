using FlowKernel.Diagnostics;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary>
/// What an algorithm made of rows: a table that is there when the statement runs. Inside a lateral join it holds the
/// rows of all runs, and those of the outer row are read.
/// </summary>
internal static class StageEmit
{
    public static SelectBlock Emit(RowsStage stage, EmitContext context)
    {
        var outer = RelationTree.OuterRows(stage);
        if (outer.Count > 1 || (outer.Count == 1 && !context.Applies.ContainsKey(outer[0])))
            return Refused(stage, context);
        var around = outer.Count == 0 ? null : context.Applies[outer[0]];
        var source = context.Stages.Of(stage, around, context);
        var block = Read(source, stage, context);
        return around is null ? block : block with { Where = [.. Conditions(source, around, context)] };
    }

    /// <summary>A reading of a step's table, its columns those of the relation, in the order of its rows.</summary>
    public static SelectBlock Read(EmittedStage source, Relation relation, EmitContext context)
    {
        var columns = source.Columns.Skip(source.GroupColumns).Zip(relation.Columns)
            .Select(p => new SelectItem(p.Second, context.Names.Of(p.Second), SqlText.Identifier(p.First.Name))
            {
                IsPlain = true,
            });
        var number = new SelectItem(
            null, context.Names.Fresh("row"), SqlText.Identifier(EmittedStage.RowNumber)) { IsPlain = true };
        return new SelectBlock(source.Table, [.. columns, number])
        {
            Order = [new OrderTerm(number.Name, false, false)],
        };
    }

    private static IEnumerable<string> Conditions(EmittedStage source, Apply around, EmitContext context) =>
        around.Row.Columns.Zip(source.Columns, (outer, column) =>
            $"{source.Table}.{SqlText.Identifier(column.Name)} IS NOT DISTINCT FROM "
            + (context.FindOuter(outer)?.Sql ?? throw new InvalidOperationException($"No outer row has {outer}.")));

    private static SelectBlock Refused(RowsStage stage, EmitContext context)
    {
        context.Refuse(new Diagnostic(
            "FK0160", $"'{stage.Algorithm.Name}' cannot run inside this subquery on local data.", stage.Span,
            "Run it on all rows instead, with the key among its columns."));
        return RowsEmit.Nothing(stage.Columns, context);
    }
}
