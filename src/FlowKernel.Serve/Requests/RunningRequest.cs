namespace FlowKernel.Serve.Requests;

/// <summary>A query that runs: it ends when its client goes, its time is up or somebody cancels it.</summary>
internal sealed class RunningRequest : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _any;
    private readonly Action _ended;

    public RunningRequest(string clientRequestId, TimeSpan limit, CancellationToken gone, Action ended)
    {
        ClientRequestId = clientRequestId;
        _time = new CancellationTokenSource(limit);
        _any = CancellationTokenSource.CreateLinkedTokenSource(gone, _asked.Token, _time.Token);
        _ended = ended;
    }

    /// <summary>What its client calls it.</summary>
    public string ClientRequestId { get; }

    /// <summary>Cancelled when it has to end.</summary>
    public CancellationToken Ends => _any.Token;

    /// <summary>True where somebody cancelled it.</summary>
    public bool IsCancelled => _asked.IsCancellationRequested;

    /// <summary>True where its time is up.</summary>
    public bool IsLate => _time.IsCancellationRequested;

    /// <summary>Ends it.</summary>
    public void Cancel()
    {
        try
        {
            _asked.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It had just ended.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended();
        _any.Dispose();
        _time.Dispose();
        _asked.Dispose();
    }
}
