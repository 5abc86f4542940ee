using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace FlowKernel.DuckDb;

/// <summary>Interrupts what a connection runs, from a cancel on until it is disposed; else it costs next to nothing.</summary>
internal sealed class QueryInterrupts : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(20);

    private readonly DuckDBConnection _connection;
    private readonly CancellationTokenSource _done = new();
    private readonly CancellationTokenRegistration _registration;
    private Task? _interrupts;

    /// <summary>Waits for the cancel.</summary>
    public QueryInterrupts(DuckDBConnection connection, CancellationToken cancellation)
    {
        _connection = connection;
        _registration = cancellation.UnsafeRegister(
            static self => ((QueryInterrupts)self!)._interrupts = ((QueryInterrupts)self).RepeatAsync(), this);
    }

    /// <summary>The connection is interrupted no more when this returns.</summary>
    public void Dispose()
    {
        // Waits for a cancel that is just being told.
        _registration.Dispose();
        if (_interrupts is not null)
        {
            _done.Cancel();
            _interrupts.Wait(CancellationToken.None);
        }

        _done.Dispose();
    }

    /// <summary>Again and again: an interrupt between two statements would be lost.</summary>
    private async Task RepeatAsync()
    {
        while (!_done.IsCancellationRequested)
        {
            NativeMethods.Startup.DuckDBInterrupt(_connection.NativeConnection);
            await Task.Delay(Again, _done.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
