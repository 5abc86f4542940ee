using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlowKernel.Jupyter.Messages;

namespace FlowKernel.Jupyter.Wire;

/// <summary>Writes and signs the messages of one kernel session; safe to call from any thread.</summary>
internal sealed class MessageWriter(Signature signature, TimeProvider clock)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly string _session = Guid.NewGuid().ToString("N");
    private long _count;

    /// <summary>The frames of a message, without any prefix, and the id it was given.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="parent">The header of the request it belongs to, as it came; empty when there is none.</param>
    public (string Id, byte[][] Frames) Write(IMessageContent content, ReadOnlyMemory<byte> parent)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{_session}_{Interlocked.Increment(ref _count)}");
        byte[] delimiter = Frames.Delimiter.ToArray();
        byte[][] json =
        [
            Json(writer => WriteHeader(writer, id, content.Type)),
            parent.IsEmpty ? "{}"u8.ToArray() : parent.ToArray(),
            "{}"u8.ToArray(),
            Json(content.WriteTo),
        ];
        return (id, [delimiter, signature.Of(Frames.Join(json, 0, json.Length)), .. json]);
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private void WriteHeader(Utf8JsonWriter writer, string id, string type)
    {
        writer.WriteString("msg_id", id);
        writer.WriteString("session", _session);
        writer.WriteString("username", "flowkernel");
        writer.WriteString("date", Date());
        writer.WriteString("msg_type", type);
        writer.WriteString("version", KernelInfoReply.ProtocolVersion);
    }

    private string Date() =>
        clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
