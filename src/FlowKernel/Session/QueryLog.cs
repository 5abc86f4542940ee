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

/// <summary>A query that ran.</summary>
/// <param name="Kql">Its text as the user wrote it, secrets hidden.</param>
/// <param name="Connection">Where it ran.</param>
/// <param name="Last">How far back it looked, or null for all of the data.</param>
/// <param name="RanAt">When it ended, in UTC.</param>
/// <param name="Rows">The rows of its first table.</param>
/// <param name="Elapsed">How long it took, with checking.</param>
public sealed record QueryLogEntry(
    string Kql, string Connection, TimeSpan? Last, DateTime RanAt, int Rows, TimeSpan Elapsed);
