using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>One way to make a plan cheaper that never changes its rows.</summary>
internal interface IPlanRule
{
    /// <summary>Its name, as <c>--explain</c> shows it.</summary>
    string Name { get; }

    /// <summary>The changed plan, or the very same object where there is nothing to change.</summary>
    Relation Apply(Relation plan, RuleContext context);
}
