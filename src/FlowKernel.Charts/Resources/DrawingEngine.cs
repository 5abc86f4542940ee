using Microsoft.ClearScript.V8;

namespace FlowKernel.Charts.Resources;

/// <summary>
/// A script engine that draws: started on first use, one drawing at a time. A drawing that takes too long is stopped and
/// throws <see cref="Microsoft.ClearScript.ScriptInterruptedException"/>.
/// </summary>
/// <param name="start">Makes the engine and loads its scripts.</param>
internal sealed class DrawingEngine(Func<V8ScriptEngine> start) : IDisposable
{
    private static readonly TimeSpan LongestDrawing = TimeSpan.FromSeconds(20);
    private readonly Lock _lock = new();
    private V8ScriptEngine? _engine;
    private bool _disposed;

    /// <summary>What a drawing gives.</summary>
    public T Run<T>(Func<V8ScriptEngine, T> draw)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var engine = _engine ??= start();
            using var limit = new Timer(
                static e => ((V8ScriptEngine)e!).Interrupt(), engine, LongestDrawing, Timeout.InfiniteTimeSpan);
            return draw(engine);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _engine?.Dispose();
            _engine = null;
        }
    }
}
