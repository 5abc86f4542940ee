using System.Text.Json;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Messages;

/// <summary>The answer to a request that could not be served.</summary>
/// <param name="Type">The reply's message type.</param>
/// <param name="Error">What went wrong.</param>
internal sealed record FailureReply(string Type, CellError Error) : IMessageContent
{
    private const string RequestSuffix = "_request";

    /// <summary>The reply type that belongs to a request type; null when it is not a request.</summary>
    public static string? TypeFor(string requestType) => requestType.EndsWith(RequestSuffix, StringComparison.Ordinal)
        ? requestType[..^RequestSuffix.Length] + "_reply"
        : null;

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteString("status", "error");
        writer.WriteError(Error);
    }
}
