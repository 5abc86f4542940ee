using System.Runtime.CompilerServices;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Session.Mapping;

namespace FlowKernel.Session;

/// <summary>A query that has not run yet and whose rows will be objects of a C# type; <c>await</c> it.</summary>
/// <typeparam name="TRow">The type of a row; see <see cref="FlowResult.As{TRow}"/>.</typeparam>
public sealed class TypedQuery<TRow>
{
    private readonly FlowQuery _query;

    internal TypedQuery(FlowQuery query) => _query = query;

    /// <summary>
    /// Runs the query, after checking that its columns fit the type. Throws <see cref="DiagnosticException"/> for
    /// mistakes, <see cref="IOException"/> for broken I/O.
    /// </summary>
    public async Task<FlowResult<TRow>> RunAsync(CancellationToken cancellation = default)
    {
        RowMapping<TRow>.Of(await _query.ColumnsAsync(cancellation)).OrThrow();
        return (await _query.RunAsync(cancellation)).As<TRow>();
    }

    /// <summary>Makes the query awaitable; interrupting the cell that awaits stops it.</summary>
    public TaskAwaiter<FlowResult<TRow>> GetAwaiter() => RunAsync(CellScope.Cancellation).GetAwaiter();
}
