using System.Collections.Concurrent;

namespace FlowKernel.Serve.Requests;

/// <summary>The queries that run, by the ids that their clients gave them.</summary>
internal sealed class RunningRequests
{
    private readonly ConcurrentDictionary<Guid, RunningRequest> _requests = new();

    /// <summary>How many there are.</summary>
    public int Count => _requests.Count;

    /// <summary>One more, until it is disposed.</summary>
    public RunningRequest Begin(string clientRequestId, TimeSpan limit, CancellationToken gone)
    {
        var key = Guid.NewGuid();
        return _requests[key] = new RunningRequest(
            clientRequestId, limit, gone, () => _requests.TryRemove(key, out _));
    }

    /// <summary>Cancels the queries of an id; false where none runs.</summary>
    public bool Cancel(string clientRequestId)
    {
        var found = _requests.Values.Where(r => r.ClientRequestId == clientRequestId).ToList();
        found.ForEach(request => request.Cancel());
        return found.Count > 0;
    }

    /// <summary>Cancels all of them.</summary>
    public void CancelAll()
    {
        foreach (var request in _requests.Values)
            request.Cancel();
    }
}
