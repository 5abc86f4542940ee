using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlowKernel.Results;

namespace FlowKernel.Notebook.Display;

/// <summary>The one place that writes KQL values as text; independent of the machine's culture and time zone.</summary>
public static class ValueText
{
    private static readonly JsonWriterOptions CompactJson =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions PrettyJson = CompactJson with { Indented = true, NewLine = "\n" };

    /// <summary>
    /// The exact text of a value: datetimes as <c>2024-04-23T00:00:00.0000000Z</c>, timespans as
    /// <c>[-][d.]hh:mm:ss[.fffffff]</c>, reals so that they read back unchanged, dynamic as compact JSON; null is
    /// empty.
    /// </summary>
    public static string Exact(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        DynamicValue json => Write(json, CompactJson),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>As <see cref="Exact"/>, but datetimes without <c>T</c>, <c>Z</c> and trailing zeros.</summary>
    public static string Brief(object? value) => value is DateTime time
        ? time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)
        : Exact(value);

    /// <summary>
    /// A text for reading: byte counts as <c>1.07 GB</c>, counts as <c>48,211</c>, timespans as <c>2 h 5 min</c>, reals
    /// with six significant digits; other values as <see cref="Brief"/>. Show <see cref="Exact"/> beside it where there
    /// is room.
    /// </summary>
    public static string Readable(object? value, ValueUnit unit) => value switch
    {
        null => "",
        TimeSpan span => DurationText.Of(span),
        DynamicValue or string or bool => Brief(value),
        double real when unit != ValueUnit.Bytes => SixDigits(real),
        int or long or decimal when unit == ValueUnit.Count =>
            ((IFormattable)value).ToString("#,0.############################", CultureInfo.InvariantCulture),
        IConvertible number when unit == ValueUnit.Bytes =>
            ByteText.Of(number.ToDouble(CultureInfo.InvariantCulture)),
        _ => Brief(value),
    };

    /// <summary>A dynamic value over several lines, indented by two spaces.</summary>
    public static string Pretty(DynamicValue value) => Write(value, PrettyJson);

    private static string SixDigits(double real) =>
        real.ToString(Math.Abs(real) is >= 1e5 and < 1e15 ? "0" : "G6", CultureInfo.InvariantCulture);

    private static string Write(DynamicValue value, JsonWriterOptions options)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, options))
            value.Element.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
