using System.Text.Json;
using System.Text.Unicode;

namespace FlowKernel.Jupyter.Wire;

/// <summary>
/// Reads the frames of one socket: identities, delimiter, signature, header, parent header, metadata, content,
/// buffers. What is not a well-signed message is refused with a reason and never throws.
/// </summary>
internal sealed class MessageReader(Signature signature)
{
    private const int JsonFrames = 4;
    private readonly SignatureLog _seen = new();
    private long _order;

    /// <summary>The message, or null and why it is dropped.</summary>
    public Message? Read(IReadOnlyList<byte[]> frames, out string? refusal)
    {
        var delimiter = IndexOfDelimiter(frames);
        refusal = delimiter < 0 ? "it has no <IDS|MSG> delimiter"
            : frames.Count < delimiter + 2 + JsonFrames ? "it has too few frames"
            : CheckSignature(frames, delimiter);
        if (refusal is not null)
            return null;
        var message = Parse(frames, delimiter);
        refusal = message is null ? "its frames are not the JSON of a message" : null;
        return message;
    }

    private static int IndexOfDelimiter(IReadOnlyList<byte[]> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            if (frames[i].AsSpan().SequenceEqual(Frames.Delimiter))
                return i;
        }

        return -1;
    }

    private string? CheckSignature(IReadOnlyList<byte[]> frames, int delimiter)
    {
        var signed = Frames.Join(frames, delimiter + 2, JsonFrames);
        var claimed = frames[delimiter + 1];
        if (!signature.Fits(claimed, signed))
            return "its signature is wrong";
        return _seen.Add(claimed) ? null : "it was received before";
    }

    private Message? Parse(IReadOnlyList<byte[]> frames, int delimiter)
    {
        try
        {
            // The header goes on to all front ends, as the parent of what it causes.
            if (!Utf8.IsValid(frames[delimiter + 2]))
                return null;
            var json = Enumerable.Range(delimiter + 2, JsonFrames).Select(i => ParseObject(frames[i])).ToArray();
            return MessageHeader.From(json[0], frames[delimiter + 2]) is { } header
                ? new Message([.. frames.Take(delimiter)], header, json[1].Text("msg_id"), json[3], ++_order)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement ParseObject(byte[] utf8)
    {
        var json = JsonElement.Parse(utf8);
        return json.ValueKind == JsonValueKind.Object ? json : throw new JsonException("not an object");
    }
}
