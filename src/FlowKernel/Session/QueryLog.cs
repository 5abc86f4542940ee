namespace FlowKernel.Session;

/// <summary>The queries that a session ran, oldest first, for reports to say where their data comes from.</summary>
public sealed class QueryLog
{
    private const int Most = 500;
    private readonly Lock _gate = new();
    private readonly Queue<QueryLogEntry> _entries = new();

    /// <summary>The last 500 of them.</summary>
    public IReadOnlyList<QueryLogEntry> Entries
    {
        get
        {
            lock (_gate)
                return [.. _entries];
        }
    }

    internal void Add(QueryLogEntry entry)
    {
        lock (_gate)
        {
            _entries.Enqueue(entry);
            if (_entries.Count > Most)
                _entries.Dequeue();
        }
    }
}
