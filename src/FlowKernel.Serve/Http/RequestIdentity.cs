using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.Http;

/// <summary>By what names a request and its answer are known.</summary>
/// <param name="ClientRequestId">The client's own, or one made for it; what cancels the query.</param>
/// <param name="ActivityId">One that only this answer has.</param>
internal sealed record RequestIdentity(string ClientRequestId, Guid ActivityId)
{
    private const string ClientHeader = "x-ms-client-request-id";
    private const string ActivityHeader = "x-ms-activity-id";
    private const int LongestId = 512;

    /// <summary>The request's identity; told in the answer's headers when it is asked for first.</summary>
    /// <param name="context">The request.</param>
    /// <param name="named">An id that stands in the request's body, for requests without the header.</param>
    public static RequestIdentity Of(HttpContext context, string? named = null)
    {
        if (context.Items.TryGetValue(typeof(RequestIdentity), out var known))
            return (RequestIdentity)known!;
        var activity = Guid.NewGuid();
        var given = Printable(context.Request.Headers[ClientHeader]) ?? Printable(named);
        var identity = new RequestIdentity(given ?? $"unspecified;{activity:D}", activity);
        context.Items[typeof(RequestIdentity)] = identity;
        context.Response.Headers[ClientHeader] = identity.ClientRequestId;
        context.Response.Headers[ActivityHeader] = activity.ToString("D");
        return identity;
    }

    // A header cannot hold anything else.
    private static string? Printable(string? id) =>
        id is { Length: > 0 and <= LongestId } && id.All(c => c is >= ' ' and <= '~') ? id : null;
}
