using System.Collections.Concurrent;
using DuckDB.NET.Data;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// Ends functions that work long on each row when their query is cancelled: DuckDB looks for that between chunks of
/// 2048 rows only. SQL passes the argument of such a function through a guard, which knows the connection's run; both
/// are called for one chunk on one thread, one after the other.
/// </summary>
internal static class LongWork
{
    /// <summary>The guard's macro: text to the same text, for the run of the connection.</summary>
    public const string Guard = "kql_long_work";

    private const string Variable = "flowkernel_run";
    private static readonly ConcurrentDictionary<long, CancellationToken> Runs = new();
    private static long _last;

    [ThreadStatic]
    private static long _run;

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string, long>("kql_long_work_of", (text, run) =>
        {
            _run = run;
            return text;
        }),
    ];

    /// <summary>The guard as SQL names it.</summary>
    public static (string Signature, string Sql) Macro { get; } =
        ($"{Guard}(v)", $"kql_long_work_of(v, coalesce(getvariable('{Variable}'), 0::BIGINT))");

    /// <summary>Makes the guarded functions of a connection's statements end by this token, until disposed.</summary>
    public static IDisposable Begin(DuckDBConnection connection, CancellationToken cancellation)
    {
        var run = Interlocked.Increment(ref _last);
        using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant($"SET VARIABLE {Variable} = {run}::BIGINT");
        command.ExecuteNonQuery();
        Runs[run] = cancellation;
        return new Ending(run);
    }

    /// <summary>To be called for each row; what it throws becomes the statement's error.</summary>
    public static void ThrowIfStopped()
    {
        if (Runs.TryGetValue(_run, out var cancellation))
            cancellation.ThrowIfCancellationRequested();
    }

    private sealed class Ending(long run) : IDisposable
    {
        public void Dispose() => Runs.TryRemove(run, out _);
    }
}
