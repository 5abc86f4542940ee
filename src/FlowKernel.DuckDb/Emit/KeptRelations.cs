using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit;

/// <summary>
/// A shared relation is computed once for each statement that reads it. Where that could give other rows each time
/// (<c>rand()</c>, <c>take</c>), it becomes a step of its own that all statements and stages read.
/// </summary>
internal static class KeptRelations
{
    /// <summary>The results, with readings of steps in the place of such shared relations.</summary>
    public static IReadOnlyList<Relation> In(IReadOnlyList<Relation> results)
    {
        var kept = results.SelectMany(Statements)
            .SelectMany(s => RelationTree.All(s).OfType<SharedScan>().Select(scan => scan.Shared).Distinct())
            .CountBy(shared => shared).Where(c => c.Value > 1 && IsVolatile(c.Key.Relation))
            .ToDictionary(c => c.Key, _ => new KeptRows());
        if (kept.Count == 0)
            return results;
        PlanRewriter rewriter = null!;
        rewriter = new PlanRewriter(r => r)
        {
            InStages = true,
            Replace = r => r is SharedScan scan && kept.GetValueOrDefault(scan.Shared) is { } rows
                ? new RowsStage([rewriter.Rewrite(scan.Shared.Relation)], rows, scan.Columns, scan.Span)
                : null,
        };
        return [.. results.Select(rewriter.Rewrite)];
    }

    /// <summary>The statement of a relation, and those of the stages that it reads.</summary>
    private static IEnumerable<Relation> Statements(Relation relation) => RelationTree.All(relation).OfType<RowsStage>()
        .SelectMany(stage => stage.Inputs).SelectMany(Statements).Prepend(relation);

    private static bool IsVolatile(Relation relation)
    {
        var all = Statements(relation).SelectMany(RelationTree.All).ToList();
        return !all.Exists(r => r is OuterRow) && all.Exists(r => r is Take
            || RelationTree.Scalars(r).SelectMany(ScalarTree.All).Any(s => s is Call { Function: "rand" or "new_guid" }));
    }
}
