using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FlowKernel.Jupyter.Tests.Hosting;

/// <summary>The wire format, written a second time, so that the host does not merely agree with itself.</summary>
internal sealed class WireFormat(string key)
{
    public byte[][] Encode(string id, string type, JsonObject content, JsonObject? parent = null)
    {
        var header = new JsonObject
        {
            ["msg_id"] = id,
            ["session"] = "front-end",
            ["username"] = "user",
            ["date"] = "2026-01-02T03:04:05.000000Z",
            ["msg_type"] = type,
            ["version"] = "5.3",
        };
        JsonObject[] parts = [header, parent ?? [], [], content];
        byte[][] json = [.. parts.Select(part => Encoding.UTF8.GetBytes(part.ToJsonString()))];
        return ["<IDS|MSG>"u8.ToArray(), Sign(json), .. json];
    }

    public Received Decode(IReadOnlyList<byte[]> frames)
    {
        var start = frames.TakeWhile(frame => !frame.AsSpan().SequenceEqual("<IDS|MSG>"u8)).Count() + 1;
        var json = frames.Skip(start + 1).Take(4).ToArray();
        Assert.Equal(Encoding.ASCII.GetString(Sign(json)), Encoding.ASCII.GetString(frames[start]));
        return new Received(Parse(json[0]), Parse(json[1]), Parse(json[3]));
    }

    private static JsonObject Parse(byte[] utf8) => JsonNode.Parse(utf8)!.AsObject();

    private byte[] Sign(byte[][] json)
    {
        if (key.Length == 0)
            return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key));
        foreach (var frame in json)
            hash.AppendData(frame);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
