using System.Collections.Frozen;
using FlowKernel.Kql.Lowering.Operators;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering;

/// <summary>Lowers an operator after a pipe; the context's row is the input's.</summary>
internal delegate Relation OperatorLowering(LoweringContext context, Relation input, SyntaxNode step);

/// <summary>Lowers an operator that starts a tabular expression.</summary>
internal delegate Relation SourceLowering(LoweringContext context, SyntaxNode source);

/// <summary>Which operators have a plan, by Kusto.Language's syntax kind.</summary>
internal static class OperatorTable
{
    private static readonly FrozenDictionary<string, OperatorLowering> Steps =
        new Dictionary<string, OperatorLowering>
        {
            ["FilterOperator"] = WhereOperator.Lower,
            ["ExtendOperator"] = ExtendOperator.Lower,
            ["SerializeOperator"] = ExtendOperator.Lower,
            ["ProjectOperator"] = ProjectOperator.Lower,
            ["ProjectAwayOperator"] = ProjectByResultOperator.Lower,
            ["ProjectKeepOperator"] = ProjectByResultOperator.Lower,
            ["ProjectReorderOperator"] = ProjectByResultOperator.Lower,
            ["ProjectByNamesOperator"] = ProjectByResultOperator.Lower,
            ["ProjectRenameOperator"] = ProjectRenameOperator.Lower,
            ["SummarizeOperator"] = SummarizeOperator.Lower,
            ["DistinctOperator"] = DistinctOperator.Lower,
            ["CountOperator"] = CountOperator.Lower,
            ["TakeOperator"] = TakeOperator.Lower,
            ["ConsumeOperator"] = TakeOperator.LowerConsume,
            ["TopOperator"] = SortOperator.LowerTop,
            ["SortOperator"] = SortOperator.Lower,
            ["JoinOperator"] = JoinOperator.Lower,
            ["LookupOperator"] = LookupOperator.Lower,
            ["UnionOperator"] = UnionOperator.LowerPiped,
            ["AsOperator"] = AsOperator.Lower,
            ["InvokeOperator"] = InvokeOperator.Lower,
            ["GetSchemaOperator"] = GetSchemaOperator.Lower,
            ["MvExpandOperator"] = MvExpandOperator.Lower,
            ["MvApplyOperator"] = MvApplyOperator.Lower,
            ["MakeSeriesOperator"] = MakeSeriesOperator.Lower,
            ["ParseOperator"] = ParseOperator.Lower,
            ["ParseWhereOperator"] = ParseOperator.LowerWhere,
            ["ParseKvOperator"] = ParseKvOperator.Lower,
            ["ReduceByOperator"] = ReduceOperator.Lower,
            ["SampleOperator"] = SampleOperators.Lower,
            ["SampleDistinctOperator"] = SampleOperators.LowerDistinct,
            ["TopHittersOperator"] = TopHittersOperator.Lower,
            ["TopNestedOperator"] = TopNestedOperator.Lower,
            ["SearchOperator"] = SearchOperator.LowerPiped,
            ["PartitionOperator"] = PartitionOperator.Lower,
            ["EvaluateOperator"] = EvaluateOperator.Lower,
            ["ScanOperator"] = ScanOperator.Lower,
            ["RenderOperator"] = static (_, input, _) => input,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, SourceLowering> Sources = new Dictionary<string, SourceLowering>
    {
        ["UnionOperator"] = UnionOperator.Lower,
        ["SearchOperator"] = SearchOperator.Lower,
        ["FindOperator"] = FindOperator.Lower,
        ["PrintOperator"] = PrintOperator.Lower,
        ["RangeOperator"] = RangeOperator.Lower,
        ["ExternalDataExpression"] = ExternalDataOperator.Lower,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How an operator after a pipe is lowered, or null.</summary>
    public static OperatorLowering? Find(string kind) => Steps.GetValueOrDefault(kind);

    /// <summary>How an operator at the start is lowered, or null.</summary>
    public static SourceLowering? FindSource(string kind) => Sources.GetValueOrDefault(kind);
}
