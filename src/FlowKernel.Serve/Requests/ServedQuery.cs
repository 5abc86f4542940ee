using System.Text.Json;
using FlowKernel.Session;

namespace FlowKernel.Serve.Requests;

/// <summary>A query as a request asks it.</summary>
/// <param name="Request">Its text, and what of the data it sees.</param>
/// <param name="ClientRequestId">What its client calls it.</param>
internal sealed record ServedQuery(QueryRequest Request, string ClientRequestId)
{
    /// <summary>How long it may run.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>Values for the parameters that it declares, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Parameters { get; init; } = new Dictionary<string, JsonElement>();
}
