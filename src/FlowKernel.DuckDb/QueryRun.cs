using DuckDB.NET.Data;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Functions.Native;
using FlowKernel.DuckDb.Results;
using FlowKernel.Results;

namespace FlowKernel.DuckDb;

/// <summary>Runs the statements of a query on a thread of their own, and stops them when asked.</summary>
internal static class QueryRun
{
    /// <summary>
    /// The tables of all statements; a diagnostic when DuckDB fails, <see cref="OperationCanceledException"/> when
    /// cancelled, <see cref="OverflowException"/> when the query would have to wrap numbers around and does not.
    /// </summary>
    public static Task<Outcome<IReadOnlyList<KqlTable>>> TablesAsync(
        Lazy<DuckDbInstance> instance, EmittedQuery query, CancellationToken cancellation) =>
        QueryThreads.RunAsync(() => Watched(instance, query, cancellation), cancellation);

    private static Outcome<IReadOnlyList<KqlTable>> Watched(
        Lazy<DuckDbInstance> instance, EmittedQuery query, CancellationToken cancellation)
    {
        using var running = instance.Value.Running.Enter();
        using var connection = instance.Value.Connect();
        using var work = query.Sql.Contains(LongWork.Guard, StringComparison.Ordinal)
            ? LongWork.Begin(connection, cancellation)
            : null;
        using var interrupts = new QueryInterrupts(connection, cancellation);
        return Tables(connection, query, cancellation);
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
}
