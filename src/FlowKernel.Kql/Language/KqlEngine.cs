using System.Collections.Concurrent;

namespace FlowKernel.Kql.Language;

/// <summary>
/// One script engine behind one thread of its own: calls queue up, each is bounded in time and memory, and an engine
/// that a call has broken is replaced before the next.
/// </summary>
internal sealed class KqlEngine : IDisposable
{
    private const int StackBytes = 16 << 20;
    private static readonly TimeSpan JoinStep = TimeSpan.FromMilliseconds(20);
    private readonly BlockingCollection<Action> _calls = [];
    private readonly V8Limits _limits;
    private readonly string? _cacheFolder;
    private readonly Thread _thread;
    private volatile KqlScript? _script;

    /// <summary>Starts loading in the background, with what is kept in a folder, if any.</summary>
    public KqlEngine(V8Limits limits, string? cacheFolder)
    {
        _limits = limits;
        _cacheFolder = cacheFolder;
        _thread = new Thread(Work, StackBytes) { IsBackground = true, Name = "KQL language" };
        _thread.Start();
    }

    /// <summary>
    /// Runs a call on the engine's thread. A cancelled caller stops waiting at once; the call then ends by itself
    /// within its bounds. Throws <see cref="LanguageFaultException"/>.
    /// </summary>
    public Task<T> RunAsync<T>(Func<KqlScript, T> call, CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls.Add(() => Answer(call, answer, cancellation), cancellation);
        return answer.Task.WaitAsync(cancellation);
    }

    /// <summary>Stops the call that runs, cancels those that wait, and ends the thread.</summary>
    public void Dispose()
    {
        _calls.CompleteAdding();
        while (!_thread.Join(JoinStep))
            _script?.Interrupt();
        _calls.Dispose();
    }

    private void Answer<T>(Func<KqlScript, T> call, TaskCompletionSource<T> answer, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested || _calls.IsAddingCompleted)
        {
            answer.TrySetCanceled(cancellation);
            return;
        }

        try
        {
            answer.TrySetResult(call(_script ??= new KqlScript(_limits, new CompiledScripts(_cacheFolder))));
        }
        catch (LanguageFaultException fault)
        {
            Forget();
            answer.TrySetException(fault);
        }
        catch (Exception failure)
        {
            answer.TrySetException(failure);
        }
    }

    private void Work()
    {
        foreach (var call in _calls.GetConsumingEnumerable())
            call();
        Forget();
    }

    private void Forget()
    {
        _script?.Dispose();
        _script = null;
    }
}
