using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Plan;

/// <summary>
/// What must be asked of the data before a query can be checked to its end: the columns that an operator gives
/// (<c>evaluate bag_unpack</c>, <c>evaluate pivot</c>), or whether a condition over constants holds (<c>assert</c>).
/// </summary>
/// <param name="Offset">Where in the query's text the operator ends; tells questions apart.</param>
/// <param name="Rows">What has to be run to answer it.</param>
/// <param name="Columns">Reads the operator's columns from those rows, or what stops the query.</param>
public sealed record SchemaQuestion(
    int Offset, Relation Rows, Func<KqlTable, Outcome<IReadOnlyList<KqlColumn>>> Columns);

/// <summary>The answer to the question at an offset: the operator's columns, and the rows that they were read from.</summary>
public readonly record struct SchemaAnswer(int Offset, IReadOnlyList<KqlColumn> Columns, KqlTable Rows);
