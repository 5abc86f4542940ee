using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit;

/// <summary>A query in DuckDB's SQL.</summary>
/// <param name="Statements">One for each result of the query, in order.</param>
public sealed record EmittedQuery(IReadOnlyList<EmittedStatement> Statements)
{
    /// <summary>What the optimiser did to the plan before.</summary>
    internal IReadOnlyList<OptimizerStep> Steps { get; init; } = [];

    /// <summary>True when whole numbers that leave 64 bits wrap around; false when the query fails there.</summary>
    internal bool Wraps { get; init; }

    /// <summary>All statements as one text, for people to read.</summary>
    public string Sql => string.Join(
        "\n\n", Stages.Select(s => s.Sql).Concat(Statements.Select(s => s.Sql + ";")));

    /// <summary>What runs before the statements, in order.</summary>
    public IReadOnlyList<EmittedStage> Stages { get; init; } = [];
}

/// <summary>
/// One SELECT: its columns come in the order and with the types listed here, whatever their SQL names.
/// </summary>
public sealed record EmittedStatement(
    string Sql, IReadOnlyList<KqlColumn> Columns, RenderProperties? Render, string Name)
{
    /// <summary>How much of its rows is read; null for all of them.</summary>
    public ResultLimits? Limits { get; init; }
}
