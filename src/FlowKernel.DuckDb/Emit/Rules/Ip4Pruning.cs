using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// Tests of an address against constants get a test of the address as a number, which tables have beside the text: row
/// groups whose addresses lie elsewhere are skipped, and numbers compare faster than texts. A range test becomes the
/// number test; an equality keeps the comparison of texts, which then sees few rows.
/// </summary>
internal sealed class Ip4Pruning : IPlanRule
{
    /// <inheritdoc/>
    public string Name => "addresses as numbers";

    /// <inheritdoc/>
    public Relation Apply(Relation plan, RuleContext context) =>
        new PlanRewriter(
            r => r is Filter filter ? WithEqualities(filter) : r,
            s => s is Call call ? Ip4Ranges.Numbered(call) ?? s : s)
            .Rewrite(plan);

    private static Relation WithEqualities(Filter filter) => RelationScalars.Map(
        filter, s => ScalarTree.Rewrite(s, inner => inner is Call call ? WithNumbers(call) : inner));

    private static Scalar WithNumbers(Call call) => call is { Function: "==" or "in" } && Ip4Ranges.OfEquality(call) is { } test
        ? new Call("and", [test, call], KqlType.Bool, call.Span)
        : call;
}
