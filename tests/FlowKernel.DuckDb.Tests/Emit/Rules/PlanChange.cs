using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

/// <summary>Shows what a rule makes of a plan.</summary>
internal static class PlanChange
{
    public static readonly DateTime Now = new(2024, 4, 27, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>The plan before, an arrow, and the plan after.</summary>
    public static string Of(IPlanRule rule, Relation plan, ITableCatalog? tables = null)
    {
        var after = rule.Apply(plan, new RuleContext(tables ?? NoTables.Instance, Now));
        return $"{PlanText.Write(plan)}\n=>\n{PlanText.Write(after)}";
    }

    /// <summary>True when the rule leaves the plan as it is: the very same object.</summary>
    public static bool IsNone(IPlanRule rule, Relation plan, ITableCatalog? tables = null) =>
        ReferenceEquals(plan, rule.Apply(plan, new RuleContext(tables ?? NoTables.Instance, Now)));
}
