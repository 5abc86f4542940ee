using System.Runtime.CompilerServices;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Progress;
using FlowKernel.Results;
using FlowKernel.Session.Enrichment;

namespace FlowKernel.Session;

/// <summary>
/// A query that has not run yet: <c>await</c> it for its result, or enrich it first. Immutable; each await runs anew.
/// </summary>
public sealed class FlowQuery
{
    private readonly Flow _flow;
    private readonly QueryRequest _request;
    private readonly IReadOnlyList<IEnrichment> _enrichments;

    internal FlowQuery(Flow flow, QueryRequest request, IReadOnlyList<IEnrichment>? enrichments = null)
    {
        _flow = flow;
        _request = request;
        _enrichments = enrichments ?? [];
    }

    /// <summary>
    /// Adds what NTAIpDetails knows of the public IP addresses in a column: PublicIpDetails, Location, ThreatType,
    /// ThreatDescription. Rows are never multiplied: of an address's several entries the newest counts.
    /// </summary>
    /// <param name="column">A string column of the result that holds IP addresses.</param>
    public FlowQuery WithIpDetails(string column) => With(new IpDetailsLookup(column));

    /// <summary>
    /// Adds what NTATopologyDetails knows of the private IP addresses in a column: Subnet (group/network/subnet), the
    /// one whose prefix is the longest match, its Region, and the VirtualMachine that has the address. Rows are never
    /// multiplied.
    /// </summary>
    /// <param name="column">A string column of the result that holds IP addresses.</param>
    public FlowQuery WithTopology(string column) => With(new TopologyLookup(column));

    /// <summary>The query on another connection of the session.</summary>
    public FlowQuery On(string connection) => new(_flow, _request with { On = connection }, _enrichments);

    /// <summary>Only rows whose TimeGenerated lies this long before now, in every table.</summary>
    public FlowQuery Last(TimeSpan range) => new(_flow, _request with { Last = range }, _enrichments);

    /// <summary>
    /// The query with rows of a C# type, checked before it runs; see <see cref="FlowResult.As{TRow}"/>.
    /// </summary>
    public TypedQuery<TRow> As<TRow>() => new(this);

    /// <summary>That the query has not run, and its KQL.</summary>
    public override string ToString() => $"A query that has not run yet: write await before it.\n{_request.Kql}";

    /// <summary>The KQL that this query stands for, its enrichments written out.</summary>
    public async Task<string> ToKqlAsync(CancellationToken cancellation = default)
    {
        if (_enrichments.Count == 0)
            return _request.Kql;
        var query = (await _flow.Session.CheckAsync(_request, cancellation)).OrThrow(_request.Kql);
        return EnrichedQuery.Compose(query, _enrichments).OrThrow();
    }

    /// <summary>
    /// Runs the query. Throws <see cref="DiagnosticException"/> for mistakes in it, <see cref="IOException"/> for
    /// broken I/O. Interrupting the cell that runs it stops it, whatever token it is given.
    /// </summary>
    public async Task<FlowResult<FlowRow>> RunAsync(CancellationToken cancellation = default)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, CellScope.Cancellation);
        return await RunToEndAsync(both.Token);
    }

    /// <summary>Makes the query awaitable; interrupting the cell that awaits stops it.</summary>
    public TaskAwaiter<FlowResult<FlowRow>> GetAwaiter() => RunAsync().GetAwaiter();

    /// <summary>
    /// The columns of its result, without running it. Throws <see cref="DiagnosticException"/> for mistakes in it.
    /// </summary>
    public async Task<IReadOnlyList<KqlColumn>> ColumnsAsync(CancellationToken cancellation = default)
    {
        var request = _request with { Kql = await ToKqlAsync(cancellation) };
        return (await _flow.Session.CheckAsync(request, cancellation)).OrThrow().Columns;
    }

    private FlowQuery With(IEnrichment enrichment) => new(_flow, _request, [.. _enrichments, enrichment]);

    private async Task<FlowResult<FlowRow>> RunToEndAsync(CancellationToken cancellation)
    {
        var request = _request with { Kql = await ToKqlAsync(cancellation) };
        var result = await QueryProgress.RunAsync(_flow.Session, request, CellScope.Output, cancellation);
        return new FlowRows(_flow, request, result.OrThrow(request.Kql));
    }
}
