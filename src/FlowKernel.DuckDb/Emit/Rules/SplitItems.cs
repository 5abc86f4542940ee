using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// An item of a text split by a constant, read as a text or number, becomes that piece of the text: no JSON is made.
/// Items of a column that a step before split are found too, and such a column where it is expanded.
/// </summary>
internal sealed class SplitItems : IPlanRule
{
    /// <summary>The plan's function for it: text, delimiter, index from 0; the empty text where there is none.</summary>
    public const string Function = "$split_item";

    /// <inheritdoc/>
    public string Name => "items of split texts";

    /// <inheritdoc/>
    public Relation Apply(Relation plan, RuleContext context) =>
        new PlanRewriter(Inlined, s => s is Call call ? Piece(call) : s).Rewrite(plan);

    private static Relation Inlined(Relation relation)
    {
        if (RelationInputs.Of(relation).FirstOrDefault() is not Project project || relation is Join or Union or SharedScan)
            return relation;
        var splits = project.Assignments.Where(a => IsSplit(a.Value) && IsHandedOn(project, a.Value))
            .ToDictionary(a => a.Column, a => a.Value);
        if (splits.Count == 0)
            return relation;
        return relation is Expand expand
            ? Expanded(expand, splits)
            : RelationScalars.Map(relation, s => ScalarTree.Rewrite(s, call => Item(call, splits)));
    }

    /// <summary>What is expanded is the split itself, so that its pieces stay texts.</summary>
    private static Expand Expanded(Expand expand, Dictionary<PlanColumn, Scalar> splits) => expand with
    {
        Expansions = [.. expand.Expansions.Select(e => e.Value is ColumnRef c && splits.TryGetValue(c.Column, out var split)
            ? e with { Value = split }
            : e)],
    };

    private static Scalar Item(Scalar scalar, Dictionary<PlanColumn, Scalar> splits) =>
        scalar is not Call { Arguments: [Call { Function: "[]", Arguments: [ColumnRef array, var index] } item] } call
        || !splits.TryGetValue(array.Column, out var split)
            ? scalar
            : Piece(call with { Arguments = [item with { Arguments = [split, index] }] });

    private static Scalar Piece(Call call) => call is
    {
        Function: "tostring" or "tolong" or "toint",
        Arguments: [Call { Function: "[]", Arguments: [var split, Literal { Value: long or int } index] }],
    } && IsSplit(split) && Convert.ToInt64(index.Value, null) >= 0
        ? Piece(call, (Call)split, Convert.ToInt64(index.Value, null))
        : call;

    private static Call Piece(Call call, Call split, long index)
    {
        var text = new Call(
            Function, [.. split.Arguments, new Literal(index, KqlType.Long, call.Span)], KqlType.String, call.Span);
        return call.Function == "tostring" ? text : call with { Arguments = [text] };
    }

    /// <summary>True for a text split by a constant, whose pieces are texts.</summary>
    public static bool IsSplit(Scalar scalar) => scalar is Call
    {
        Function: "split",
        Arguments: [{ Type: KqlType.String }, Literal { Value: string { Length: > 0 } }],
    };

    // The text itself must be there where the item is read: as the same column.
    private static bool IsHandedOn(Project project, Scalar split) =>
        ((Call)split).Arguments[0] is ColumnRef text && project.Assignments.Any(
            a => ReferenceEquals(a.Column, text.Column)
                && a.Value is ColumnRef same && ReferenceEquals(same.Column, text.Column));
}
