using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Serve.Requests;

/// <summary>What is served: one database, and the queries over it.</summary>
internal sealed class ServedStore(FlowSession session, ServeOptions options, RunningRequests running)
{
    // What clients of Kusto ask for when they name none.
    private const string UsualDatabase = "NetDefaultDB";

    /// <summary>The database's name.</summary>
    public string Database => options.Database;

    /// <summary>The tables.</summary>
    public DatabaseSchema Schema => session.Connection(null).OrThrow().Schema;

    /// <summary>What answers are dated by.</summary>
    public TimeProvider Clock => options.Clock;

    /// <summary>The store's own now, which it may have pinned.</summary>
    public DateTime Now => session.Connection(null).OrThrow().Clock.GetUtcNow().UtcDateTime;

    /// <summary>The queries that run.</summary>
    public RunningRequests Running => running;

    /// <summary>Whether a request can mean this database; a diagnostic where it means another.</summary>
    public Diagnostic? Missing(string? database) =>
        string.IsNullOrEmpty(database) || database == UsualDatabase
        || string.Equals(database, Database, StringComparison.OrdinalIgnoreCase)
            ? null
            : ServeDiagnostics.UnknownDatabase(database, Database);

    /// <summary>
    /// Runs a query; when its client goes, <see cref="OperationCanceledException"/> ends it.
    /// </summary>
    public async Task<Outcome<QueryResult>> QueryAsync(ServedQuery query, CancellationToken gone)
    {
        using var request = running.Begin(query.ClientRequestId, query.Limit, gone);
        try
        {
            var bound = await BindAsync(query, request.Ends);
            if (!bound.Succeeded)
                return new(bound.Diagnostics);
            var result = await session.QueryAsync(bound.Value, request.Ends);
            return result.Succeeded ? new(PrimaryNames.In(result.Value), result.Diagnostics) : result;
        }
        catch (OperationCanceledException) when (request.IsCancelled)
        {
            return ServeDiagnostics.Cancelled();
        }
        catch (OperationCanceledException) when (request.IsLate)
        {
            return ServeDiagnostics.TimedOut(query.Limit);
        }
    }

    // The types of parameters are in the query, so it is checked once without their values.
    private async Task<Outcome<QueryRequest>> BindAsync(ServedQuery query, CancellationToken cancellation)
    {
        if (query.Parameters.Count == 0)
            return query.Request;
        var check = await session.CheckAsync(query.Request, cancellation);
        if (!check.Succeeded)
            return new(check.Diagnostics);
        var values = ParameterValues.Read(check.Value.DeclaredParameters, query.Parameters);
        return values.Succeeded
            ? query.Request with { Parameters = values.Value }
            : new Outcome<QueryRequest>(values.Diagnostics);
    }
}
