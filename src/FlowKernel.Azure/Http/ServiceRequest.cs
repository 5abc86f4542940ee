using Azure.Core;

namespace FlowKernel.Azure.Http;

/// <summary>A request to a service.</summary>
/// <param name="Address">Where to.</param>
/// <param name="Body">Its JSON; null to only ask for what is there.</param>
internal sealed record ServiceRequest(Uri Address, ReadOnlyMemory<byte>? Body = null)
{
    /// <summary>Further header fields.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Fills in a request of the pipeline.</summary>
    public void WriteTo(Request request)
    {
        request.Method = Body is null ? RequestMethod.Get : RequestMethod.Post;
        request.Uri.Reset(Address);
        request.Headers.Add("Accept", "application/json");
        foreach (var (name, value) in Headers)
            request.Headers.Add(name, value);
        if (Body is not { } body)
            return;
        request.Headers.Add("Content-Type", "application/json; charset=utf-8");
        request.Content = RequestContent.Create(body);
    }
}
