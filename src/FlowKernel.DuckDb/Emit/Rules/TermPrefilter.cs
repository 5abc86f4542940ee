using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// A text that has a term also contains its characters, which is found much faster; the search at the borders of terms
/// then sees few rows. Only for terms of ASCII letters and digits, where both compare letters alike.
/// </summary>
internal sealed class TermPrefilter : IPlanRule
{
    /// <inheritdoc/>
    public string Name => "has by contains first";

    /// <inheritdoc/>
    public Relation Apply(Relation plan, RuleContext context) =>
        new PlanRewriter(r => r is Filter filter ? Filtered(filter) : r).Rewrite(plan);

    private static Relation Filtered(Filter filter) =>
        RelationScalars.Map(filter, s => ScalarTree.Rewrite(s, inner => inner is Call call ? Prefiltered(call) : inner));

    private static Scalar Prefiltered(Call call)
    {
        if (call is not
            {
                Function: "has" or "has_cs" or "hasprefix" or "hassuffix" or "hasprefix_cs" or "hassuffix_cs",
                Arguments: [{ Type: KqlType.String }, Literal { Value: string { Length: > 0 } term }],
            } || !term.All(char.IsAsciiLetterOrDigit))
            return call;
        var contains = call.Function.EndsWith("_cs", StringComparison.Ordinal) ? "contains_cs" : "contains";
        return new Call("and", [call with { Function = contains }, call], KqlType.Bool, call.Span);
    }
}
