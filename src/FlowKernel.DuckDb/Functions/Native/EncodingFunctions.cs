using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Hashes, base64, URL encoding, compression and code points.</summary>
internal static class EncodingFunctions
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Value<string, long>("kql_hash_text",
            s => unchecked((long)XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(s)))),
        NativeFunction.Value<long, long>("kql_hash_long", HashLong),
        NativeFunction.Text<string>("kql_base64_text", s => Bytes(s) is { } bytes ? Utf8(bytes) : ""),
        NativeFunction.Json<string>("kql_base64_bytes", s => Bytes(s) is { } bytes
            ? JsonText.ArrayOfTexts(bytes.Select(b => JsonText.Number(b))) : null),
        NativeFunction.Value<string, Guid>("kql_base64_guid", s => Bytes(s) is { Length: 16 } bytes
            ? new Guid(bytes)
            : null),
        NativeFunction.Text<string>("kql_base64_of_bytes", OfBytes),
        NativeFunction.Text<Guid>("kql_base64_of_guid", g => System.Convert.ToBase64String(g.ToByteArray())),
        NativeFunction.Text<string, bool>("kql_url_encode", UrlEncode),
        NativeFunction.Text<string>("kql_url_decode", s => Uri.UnescapeDataString(s.Replace('+', ' '))),
        NativeFunction.Json<string>("kql_code_points",
            s => JsonText.ArrayOfTexts(s.EnumerateRunes().Select(r => JsonText.Number(r.Value)))),
        NativeFunction.Text<string>("kql_from_code_points", FromCodePoints),
        NativeFunction.Text<string, bool>("kql_decompress", Decompress),
        NativeFunction.Text<string, bool>("kql_compress", Compression.Of),
        NativeFunction.Text<double, long, string>("kql_format_bytes", FormatBytes),
    ];

    private static long? HashLong(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return unchecked((long)XxHash64.HashToUInt64(bytes));
    }

    private static byte[]? Bytes(string base64)
    {
        var buffer = new byte[base64.Length];
        return System.Convert.TryFromBase64String(base64, buffer, out var length) ? buffer[..length] : null;
    }

    private static string? Utf8(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? OfBytes(string json)
    {
        if (ArrayFunctions.Items(json) is not { } items)
            return null;
        var numbers = items.Select(NumberText.ToLong).ToArray();
        return numbers.All(n => n is >= 0 and <= 255)
            ? System.Convert.ToBase64String([.. numbers.Select(n => (byte)n!.Value)])
            : null;
    }

    private static string UrlEncode(string text, bool plusForSpace)
    {
        var result = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || "-_.!*()".Contains((char)b, StringComparison.Ordinal))
                result.Append((char)b);
            else if (b == ' ' && plusForSpace)
                result.Append('+');
            else
                result.Append('%').Append(b.ToString("x2", CultureInfo.InvariantCulture));
        }

        return result.ToString();
    }

    private static string? FromCodePoints(string json)
    {
        var numbers = ArrayFunctions.Items(json)!
            .SelectMany(e => e.ValueKind == JsonValueKind.Array ? e.EnumerateArray() : (IEnumerable<JsonElement>)[e])
            .Select(NumberText.ToLong).ToArray();
        return numbers.All(n => n is >= 0 and <= 0x10FFFF && Rune.IsValid((int)n))
            ? string.Concat(numbers.Select(n => new Rune((int)n!).ToString()))
            : null;
    }

    private static string? Decompress(string base64, bool gzip)
    {
        if (Bytes(base64) is not { } bytes)
            return null;
        try
        {
            using var input = new MemoryStream(bytes);
            using Stream stream = gzip
                ? new GZipStream(input, CompressionMode.Decompress)
                : new ZLibStream(input, CompressionMode.Decompress);
            using var reader = new StreamReader(stream, Strict);
            return reader.ReadToEnd();
        }
        catch (Exception e) when (e is InvalidDataException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static string FormatBytes(double size, long precision, string unit)
    {
        string[] units = ["Bytes", "KB", "MB", "GB", "TB", "PB", "EB"];
        var at = Array.FindIndex(units, u => u.Equals(unit, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
            at = (int)Math.Clamp(Math.Floor(Math.Log(Math.Max(1, Math.Abs(size)), 1024)), 0, units.Length - 1);
        var scaled = Math.Round(size / Math.Pow(1024, at), (int)Math.Clamp(precision, 0, 15),
            MidpointRounding.AwayFromZero);
        return FormattableString.Invariant($"{scaled} {units[at]}");
    }
}
