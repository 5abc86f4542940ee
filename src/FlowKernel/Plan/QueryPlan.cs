using FlowKernel.Results;

namespace FlowKernel.Plan;

/// <summary>A whole query, ready to emit: one result per tabular statement (most queries have one).</summary>
public sealed record QueryPlan(IReadOnlyList<PlanResult> Results);

/// <summary>One result of a query.</summary>
public sealed record PlanResult(Relation Relation, RenderProperties? Render, string Name = "PrimaryResult");
