using System.Globalization;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// Several percentiles of one value are found together: its values are then gathered and ordered once for each group,
/// and not once for each percentile.
/// </summary>
internal sealed class PercentilesTogether : IPlanRule
{
    /// <summary>The plan's aggregate for one of them: the value, which one from 1, and the percentages of all.</summary>
    public const string Function = "$percentile_of";

    /// <inheritdoc/>
    public string Name => "percentiles together";

    /// <inheritdoc/>
    public Relation Apply(Relation plan, RuleContext context) =>
        new PlanRewriter(r => r is Aggregate aggregate ? Gathered(aggregate) : r).Rewrite(plan);

    private static Relation Gathered(Aggregate aggregate)
    {
        var groups = aggregate.Aggregates.SelectMany(a => ScalarTree.All(a.Value)).OfType<AggregateCall>()
            .Where(IsPercentile)
            .GroupBy(ValueText, c => (Literal)c.Arguments[1], StringComparer.Ordinal)
            .Select(g => (Value: g.Key, Percentages: g.DistinctBy(Percentage).OrderBy(Percentage).ToList()))
            .Where(g => g.Percentages.Count > 1)
            .ToDictionary(g => g.Value, g => g.Percentages, StringComparer.Ordinal);
        return groups.Count == 0
            ? aggregate
            : RelationScalars.Map(aggregate, s => ScalarTree.Rewrite(s, inner => One(inner, groups)));
    }

    private static Scalar One(Scalar scalar, Dictionary<string, List<Literal>> groups)
    {
        if (scalar is not AggregateCall call || !IsPercentile(call)
            || !groups.TryGetValue(ValueText(call), out var percentages))
            return scalar;
        var place = 1L + percentages.FindIndex(p => Percentage(p) == Percentage((Literal)call.Arguments[1]));
        return call with
        {
            Function = Function,
            Arguments = [call.Arguments[0], new Literal(place, KqlType.Long, call.Span), .. percentages],
        };
    }

    private static bool IsPercentile(AggregateCall call) => call is
    {
        Function: "percentile",
        Arguments: [{ Type: not (KqlType.Dynamic or KqlType.String or KqlType.Bool or KqlType.Guid) } value, Literal
        {
            Value: long or int or double or decimal
        } percentage],
    } && Conditions.IsOfRowAlone(value) && Percentage(percentage) is >= 0 and <= 100;

    private static string ValueText(AggregateCall call) => ValueOfRow.Text(call.Arguments[0]);

    private static decimal Percentage(Literal literal) =>
        Convert.ToDecimal(literal.Value, CultureInfo.InvariantCulture);
}
