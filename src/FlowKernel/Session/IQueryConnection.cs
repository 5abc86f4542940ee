using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Progress;
using FlowKernel.Results;
using FlowKernel.Schema;

namespace FlowKernel.Session;

/// <summary>A place where queries run: a local store, a workspace, a cluster.</summary>
public interface IQueryConnection : IAsyncDisposable
{
    /// <summary>Its name for people, such as <c>sample</c>.</summary>
    string Name { get; }

    /// <summary>The tables it has.</summary>
    DatabaseSchema Schema { get; }

    /// <summary>Its clock; a data set may pin its own now.</summary>
    TimeProvider Clock { get; }

    /// <summary>
    /// Runs a checked query. A query that this place cannot run gives diagnostics; broken I/O throws
    /// <see cref="IOException"/>; cancellation throws <see cref="OperationCanceledException"/>.
    /// </summary>
    Task<Outcome<QueryResult>> RunAsync(CheckedQuery query, CancellationToken cancellation);

    /// <summary>The same, telling how far it is where the place knows.</summary>
    Task<Outcome<QueryResult>> RunAsync(
        CheckedQuery query, IProgress<ProgressStep> progress, CancellationToken cancellation) =>
        RunAsync(query, cancellation);
}
