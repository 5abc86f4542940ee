using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.Http;

/// <summary>
/// An answer in JSON that goes out while it is written, so that a large one is never in memory as a whole.
/// </summary>
internal sealed class JsonBody : IAsyncDisposable
{
    private const long Portion = 64 << 10;

    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly PipeWriter _pipe;
    private readonly CancellationToken _gone;

    private JsonBody(PipeWriter pipe, CancellationToken gone)
    {
        _pipe = pipe;
        _gone = gone;
        Json = new Utf8JsonWriter(pipe, Compact);
    }

    /// <summary>What writes it.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Begins an answer to a request.</summary>
    public static JsonBody Of(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return new JsonBody(context.Response.BodyWriter, context.RequestAborted);
    }

    /// <summary>
    /// Sends what is written where that is a good deal; ends by <see cref="OperationCanceledException"/> where nobody
    /// reads on.
    /// </summary>
    public ValueTask PaceAsync() => Json.BytesPending + _pipe.UnflushedBytes < Portion ? default : SendAsync();

    /// <summary>Sends what is written.</summary>
    public async ValueTask SendAsync()
    {
        Json.Flush();
        var sent = await _pipe.FlushAsync(_gone);
        if (sent.IsCompleted || sent.IsCanceled)
            throw new OperationCanceledException(_gone);
    }

    /// <summary>Begins another JSON value in the same answer, after a text that stands between the two.</summary>
    public void Between(ReadOnlySpan<byte> text)
    {
        Json.Flush();
        text.CopyTo(_pipe.GetSpan(text.Length));
        _pipe.Advance(text.Length);
        Json.Reset();
    }

    /// <summary>Sends the rest.</summary>
    public async ValueTask DisposeAsync()
    {
        Json.Flush();
        await _pipe.FlushAsync(_gone);
        await Json.DisposeAsync();
    }
}
