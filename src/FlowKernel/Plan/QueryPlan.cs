using FlowKernel.Results;

namespace FlowKernel.Plan;

/// <summary>A whole query, ready to emit: one result per tabular statement (most queries have one).</summary>
public sealed record QueryPlan(IReadOnlyList<PlanResult> Results)
{
    /// <summary>
    /// What must be asked of the data first; while there are questions, the results are of no use, and the query is
    /// lowered again with the answers.
    /// </summary>
    public IReadOnlyList<SchemaQuestion> Questions { get; init; } = [];
}

/// <summary>One result of a query.</summary>
public sealed record PlanResult(Relation Relation, RenderProperties? Render, string Name = "PrimaryResult")
{
    /// <summary>How many rows it may have, and where that is written: more are a mistake; null for any number.</summary>
    public Literal? MostRows { get; init; }

    /// <summary>True where the query itself asks for all of it, whatever its size (<c>set notruncation</c>).</summary>
    public bool IsWhole { get; init; }
}
