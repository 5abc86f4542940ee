using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Progress;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Session;

/// <summary>
/// One user's work: connections, kept results, and the path of a query. A session's public methods may be called
/// from any thread.
/// </summary>
public sealed class FlowSession(IKqlLanguage language, KeptTables kept, TimeProvider? time = null) : IAsyncDisposable
{
    private readonly Dictionary<string, IQueryConnection> _connections = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Lock _gate = new();

    /// <summary>The language that checks this session's queries.</summary>
    public IKqlLanguage Language => language;

    /// <summary>The queries that ran.</summary>
    public QueryLog Log { get; } = new();

    /// <summary>The results kept under a name.</summary>
    public KeptTables Kept => kept;

    /// <summary>The connection that queries run on unless they name another; null before the first.</summary>
    public IQueryConnection? Current { get; private set; }

    /// <summary>The name under which the session knows the current connection; null before the first.</summary>
    public string? CurrentName { get; private set; }

    /// <summary>The names of all connections, in the order they were made.</summary>
    public IReadOnlyList<string> ConnectionNames
    {
        get
        {
            lock (_gate)
                return [.. _connections.Keys];
        }
    }

    /// <summary>Adds a connection and makes it the current one; one of the same name is replaced and closed.</summary>
    public async Task ConnectAsync(IQueryConnection connection, string? name = null)
    {
        IQueryConnection? replaced;
        lock (_gate)
        {
            _connections.Remove(name ?? connection.Name, out replaced);
            _connections[name ?? connection.Name] = connection;
            Current = connection;
            CurrentName = name ?? connection.Name;
        }

        if (replaced is not null && !ReferenceEquals(replaced, connection))
            await replaced.DisposeAsync();
    }

    /// <summary>The connection of a name, or the current one; a diagnostic when there is none.</summary>
    public Outcome<IQueryConnection> Connection(string? name)
    {
        lock (_gate)
        {
            if (name is null)
                return Current is { } current ? new Outcome<IQueryConnection>(current) : NotConnected();
            return _connections.TryGetValue(name, out var found)
                ? new Outcome<IQueryConnection>(found)
                : UnknownConnection(name);
        }
    }

    /// <summary>What a query of this request is checked against.</summary>
    public Outcome<QueryScope> ScopeOf(QueryRequest request)
    {
        var connection = Connection(request.On);
        return connection.Succeeded
            ? new QueryScope(kept.AddTo(connection.Value.Schema), request.Now ?? connection.Value.Clock.GetUtcNow().UtcDateTime)
            {
                Parameters = request.Parameters,
                Last = request.Last,
                Range = request.Range,
                Limits = request.Limits,
            }
            : new Outcome<QueryScope>(connection.Diagnostics);
    }

    /// <summary>Checks a query without running it.</summary>
    public async Task<Outcome<CheckedQuery>> CheckAsync(QueryRequest request, CancellationToken cancellation)
    {
        var scope = ScopeOf(request);
        return scope.Succeeded
            ? await language.CheckAsync(request.Kql, scope.Value, cancellation)
            : new Outcome<CheckedQuery>(scope.Diagnostics);
    }

    /// <summary>
    /// Checks and runs a query. Mistakes in it come as diagnostics with offsets into its text; broken I/O throws
    /// <see cref="IOException"/>; cancellation throws <see cref="OperationCanceledException"/>.
    /// </summary>
    public Task<Outcome<QueryResult>> QueryAsync(QueryRequest request, CancellationToken cancellation) =>
        QueryAsync(request, new Progress<ProgressStep>(), cancellation);

    /// <summary>The same, telling how far it is where the connection knows.</summary>
    public async Task<Outcome<QueryResult>> QueryAsync(
        QueryRequest request, IProgress<ProgressStep> progress, CancellationToken cancellation)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var query = await CheckAsync(request, cancellation);
        if (!query.Succeeded)
            return new(query.Diagnostics);

        var checking = clock.Elapsed;
        var result = await Connection(request.On).OrThrow().RunAsync(query.Value, progress, cancellation);
        if (!result.Succeeded)
            return result;
        var complete = Complete(result.Value, checking, clock.Elapsed);
        Log.Add(QueryLogEntry.Of(query.Value, complete, _time.GetUtcNow().UtcDateTime));
        return new(complete, [.. query.Diagnostics, .. result.Diagnostics]);
    }

    /// <summary>Closes all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections.Values)
            await connection.DisposeAsync();
        _connections.Clear();
        Current = null;
        CurrentName = null;
    }

    private static QueryResult Complete(QueryResult result, TimeSpan checking, TimeSpan elapsed) => result with
    {
        Statistics = result.Statistics with
        {
            Elapsed = elapsed,
            Stages = [("check", checking), .. result.Statistics.Stages],
        },
    };

    private static Diagnostic NotConnected() => new(
        "FK0501", "There is no connection yet.", new TextSpan(0, 0),
        "Write `#!flowlogs connect sample`, or `#!flowlogs connect local DIR` for a folder of imported flow logs.");

    private Diagnostic UnknownConnection(string name) => new(
        "FK0502", $"There is no connection named '{name}'.", new TextSpan(0, 0),
        NearestName.Find(name, _connections.Keys) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : $"Connections: {string.Join(", ", _connections.Keys)}.");
}
