using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit.Relations;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit;

/// <summary>Finds the emitter of a relation's kind.</summary>
internal static class RelationEmit
{
    /// <summary>The relation as a SELECT.</summary>
    public static SelectBlock Emit(Relation relation, EmitContext context) => relation switch
    {
        Scan scan => ScanEmit.Emit(scan, context),
        Rows rows => RowsEmit.Emit(rows, context),
        RangeRows range => RangeEmit.Emit(range, context),
        Filter filter => FilterEmit.Emit(filter, context),
        Project project => ProjectEmit.Emit(project, context),
        Aggregate aggregate => AggregateEmit.Emit(aggregate, context),
        Distinct distinct => DistinctEmit.Emit(distinct, context),
        Sort sort => SortEmit.Emit(sort, context),
        Take take => TakeEmit.Emit(take, context),
        Top top => TopEmit.Emit(top, context),
        Join join => JoinEmit.Emit(join, context),
        Union union => UnionEmit.Emit(union, context),
        Expand expand => ExpandEmit.Emit(expand, context),
        Apply apply => ApplyEmit.Emit(apply, context),
        OuterRow row => context.OuterRows[row],
        MakeSeries series => MakeSeriesEmit.Emit(series, context),
        RowsStage stage => StageEmit.Emit(stage, context),
        ExternalData data => ExternalDataEmit.Emit(data, context),
        SharedScan shared => SharedEmit.Emit(shared, context),
        _ => Unknown(relation, context),
    };

    private static SelectBlock Unknown(Relation relation, EmitContext context)
    {
        var name = relation.GetType().Name.ToLowerInvariant();
        context.Refuse(new Diagnostic(
            "FK0133", $"The operator '{name}' is not supported on local data.", relation.Span,
            "Run the query on a workspace or cluster instead."));
        return RowsEmit.Nothing(relation.Columns, context);
    }
}
