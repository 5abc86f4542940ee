using DuckDB.NET.Data;
using DuckDB.NET.Native;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Functions.Native;
using FlowKernel.DuckDb.Results;
using FlowKernel.Results;

namespace FlowKernel.DuckDb;

/// <summary>Runs the statements of a query on a thread of their own, and stops them when asked.</summary>
internal static class QueryRun
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// The tables of all statements; a diagnostic when DuckDB fails, <see cref="OperationCanceledException"/> when
    /// cancelled, <see cref="OverflowException"/> when the query would have to wrap numbers around and does not.
    /// </summary>
    public static Task<Outcome<IReadOnlyList<KqlTable>>> TablesAsync(
        Lazy<DuckDbInstance> instance, EmittedQuery query, CancellationToken cancellation) =>
        // Not of the pool, which a cell may have taken whole.
        Task.Factory.StartNew(
            () => Watched(instance, query, cancellation),
            cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Outcome<IReadOnlyList<KqlTable>> Watched(
        Lazy<DuckDbInstance> instance, EmittedQuery query, CancellationToken cancellation)
    {
        using var connection = instance.Value.Connect();
        using var done = new CancellationTokenSource();
        using var work = query.Sql.Contains(LongWork.Guard, StringComparison.Ordinal)
            ? LongWork.Begin(connection, cancellation)
            : null;
        var watch = InterruptAsync(connection, done.Token, cancellation);
        try
        {
            return Tables(connection, query, cancellation);
        }
        finally
        {
            done.Cancel();
            watch.Wait(CancellationToken.None);
        }
    }

    private static Outcome<IReadOnlyList<KqlTable>> Tables(
        DuckDBConnection connection, EmittedQuery query, CancellationToken cancellation)
    {
        try
        {
            foreach (var stage in query.Stages)
            {
                if (StageRun.Run(connection, stage, cancellation) is { Count: > 0 } problems)
                    return new(problems);
            }

            var tables = query.Statements.Select(s => ResultReader.Read(connection, s, cancellation));
            return new Outcome<IReadOnlyList<KqlTable>>([.. tables]);
        }
        catch (EngineException error)
        {
            cancellation.ThrowIfCancellationRequested();
            if (error.IsOverflow && !query.Wraps)
                throw new OverflowException(error.Reason, error);
            return EngineErrors.Describe(error);
        }
    }

    /// <summary>Interrupts until the run ends: an interrupt between two statements would be lost.</summary>
    private static async Task InterruptAsync(
        DuckDBConnection connection, CancellationToken done, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(done, cancellation);
        await Task.Delay(Timeout.Infinite, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!done.IsCancellationRequested)
        {
            NativeMethods.Startup.DuckDBInterrupt(connection.NativeConnection);
            await Task.Delay(Again, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
