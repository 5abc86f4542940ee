using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit;

/// <summary>
/// A step before the statements: the rows of its inputs go through an algorithm, and what that gives becomes a table
/// for the steps and statements that follow.
/// </summary>
/// <param name="Table">The table's SQL name.</param>
/// <param name="Inputs">The SELECTs whose rows the algorithm reads.</param>
/// <param name="Algorithm">What makes the rows.</param>
/// <param name="Columns">The table's columns by their SQL names, after <see cref="GroupColumns"/> of them.</param>
public sealed record EmittedStage(
    string Table, IReadOnlyList<EmittedStatement> Inputs, IRowsAlgorithm Algorithm, IReadOnlyList<KqlColumn> Columns)
{
    /// <summary>The last column: the number of each row, from 0, in the algorithm's order.</summary>
    public const string RowNumber = "n";

    /// <summary>
    /// How many of the inputs' first columns say which run of the algorithm a row belongs to (<c>partition</c>); the
    /// table has the same ones first. 0 for one run over all rows.
    /// </summary>
    public int GroupColumns { get; init; }

    /// <summary>What it does, for people to read.</summary>
    public string Sql => string.Join('\n', Inputs.Select(i => i.Sql + ";").Prepend(
        $"-- {Table}: {Algorithm.Name}{(Inputs.Count == 0 ? "" : " over the rows of")}"));
}
