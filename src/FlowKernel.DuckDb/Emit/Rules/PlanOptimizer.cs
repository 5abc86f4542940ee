using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>Applies the rules to a plan, each once, in an order in which each finds what others before left.</summary>
internal static class PlanOptimizer
{
    /// <summary>The rules, in order.</summary>
    public static IReadOnlyList<IPlanRule> Rules { get; } =
    [
        new InnerUniqueFilter(),
        new ConstantFolding(),
        new ConstantLists(),
        new SharedMaterialisation(),
        new FilterPushdown(),
        new TopWithoutSort(),
        new SplitItems(),
        new Ip4Pruning(),
        new TermPrefilter(),
        new EnrichmentReduction(),
        new PercentilesTogether(),
        new LateMaterialisation(),
        new LateUniqueRows(),
        new DayPruning(),
        new ColumnPruning(),
    ];

    /// <summary>The plan to emit, and what each rule did on the way to it.</summary>
    public static OptimizedPlan Optimize(Relation plan, RuleContext context)
    {
        var steps = new List<OptimizerStep>();
        foreach (var rule in Rules)
        {
            var after = rule.Apply(plan, context);
            if (ReferenceEquals(after, plan))
                continue;
            steps.Add(new OptimizerStep(rule.Name, plan, after));
            plan = after;
        }

        return new OptimizedPlan(plan, steps);
    }
}

/// <summary>A plan after the rules, and the steps that led there.</summary>
internal sealed record OptimizedPlan(Relation Relation, IReadOnlyList<OptimizerStep> Steps);
