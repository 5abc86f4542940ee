using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.CSharp.Kql;

/// <summary>What C# cells ask about the KQL in their strings. Offsets are into the query's own text.</summary>
public interface IEmbeddedKql
{
    /// <summary>
    /// What is wrong with a query; empty when nothing is, or when nothing can be told before it runs.
    /// </summary>
    /// <param name="query">The query as it would run.</param>
    /// <param name="kept">Tables that the cell itself keeps before it asks.</param>
    /// <param name="cancellation">Ends the check.</param>
    Task<IReadOnlyList<Diagnostic>> CheckAsync(
        QueryRequest query, IReadOnlyList<TableSchema> kept, CancellationToken cancellation);

    /// <summary>
    /// The columns of a query's result; null when it has mistakes, or when only running tells them.
    /// </summary>
    /// <param name="query">The query as it would run.</param>
    /// <param name="kept">Tables that the cell itself keeps before it asks.</param>
    /// <param name="cancellation">Ends the check.</param>
    Task<IReadOnlyList<KqlColumn>?> ColumnsAsync(
        QueryRequest query, IReadOnlyList<TableSchema> kept, CancellationToken cancellation);

    /// <summary>What could stand at an offset.</summary>
    Task<CompletionList> CompleteAsync(QueryRequest query, int offset, CancellationToken cancellation);

    /// <summary>What stands at an offset, or null.</summary>
    Task<QuickInfo?> ExplainAsync(QueryRequest query, int offset, CancellationToken cancellation);
}
