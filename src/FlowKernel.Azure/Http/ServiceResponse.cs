using System.Text.Json;
using Azure.Core;
using FlowKernel.Azure.Results;

namespace FlowKernel.Azure.Http;

/// <summary>A service's answer; disposing it ends the transfer.</summary>
internal sealed class ServiceResponse(HttpMessage message) : IDisposable
{
    private const int MostErrorCharacters = 1_000_000;

    /// <summary>The HTTP status.</summary>
    public int Status => message.Response.Status;

    /// <summary>True for a 2xx status.</summary>
    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>What the service sends, as it arrives.</summary>
    public Stream Content => message.Response.ContentStream ?? Stream.Null;

    /// <summary>The content, which is one JSON value.</summary>
    public Task<JsonDocument> JsonAsync(CancellationToken cancellation) => JsonDocument.ParseAsync(Content, default, cancellation);

    /// <summary>The error of an answer that did not succeed.</summary>
    public async Task<ServiceError> ErrorAsync(CancellationToken cancellation)
    {
        using var reader = new StreamReader(Content);
        var buffer = new char[MostErrorCharacters];
        var text = new string(buffer, 0, await reader.ReadBlockAsync(buffer, cancellation));
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                ? ServiceError.Read(error)
                : ServiceError.Plain(Status, message.Response.ReasonPhrase);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return ServiceError.Plain(Status, message.Response.ReasonPhrase);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => message.Dispose();
}
