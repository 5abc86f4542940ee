using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>JSON text as Kusto writes it: no spaces, no needless escapes, reals with a point or an exponent.</summary>
internal static class JsonText
{
    /// <summary>Texts of reals shorter than this have one form only.</summary>
    private const int LongReal = 16;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>The value of a JSON text; of kind Undefined when the text is no JSON.</summary>
    public static JsonElement Parse(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            return JsonElement.TryParseValue(ref reader, out var element) && !reader.Read() ? element.Value : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>The text that <paramref name="write"/> writes.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A value as text, or null for the JSON null.</summary>
    public static string? Of(JsonElement element) =>
        element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : Write(element.WriteTo);

    /// <summary>An array of values.</summary>
    public static string Array(IEnumerable<JsonElement> elements) => Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var element in elements)
            WriteOrNull(writer, element);
        writer.WriteEndArray();
    });

    /// <summary>An array of JSON texts, where null stands for the JSON null.</summary>
    public static string ArrayOfTexts(IEnumerable<string?> texts) =>
        $"[{string.Join(',', texts.Select(t => t ?? "null"))}]";

    /// <summary>A bag of values, in order.</summary>
    public static string Bag(IEnumerable<KeyValuePair<string, JsonElement>> members) => Write(writer =>
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            WriteOrNull(writer, value);
        }

        writer.WriteEndObject();
    });

    /// <summary>A text as a JSON string.</summary>
    public static string Quote(string text) => Write(writer => writer.WriteStringValue(text));

    /// <summary>A whole number as JSON.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A real as JSON; what JSON cannot hold is a string.</summary>
    public static string Real(double value)
    {
        var text = NumberText.Of(value);
        return !double.IsFinite(value) ? $"\"{text}\"" : text.Length < LongReal || text.Contains('E') ? text : Long(value);
    }

    /// <summary>A real whose digits need not be the nearest: those of the engine.</summary>
    private static string Long(double value)
    {
        var (digits, power) = EngineDigits.Of(Math.Abs(value));
        var point = digits.Length + power;
        var text = point <= 0 ? $"0.{new string('0', -point)}{digits}"
            : power >= 0 ? $"{digits}{new string('0', power)}.0"
            : $"{digits[..point]}.{digits[point..]}";
        return value < 0 ? $"-{text}" : text;
    }

    /// <summary>What <c>tostring</c> gives for a value: strings bare, the rest as JSON.</summary>
    public static string Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => Write(element.WriteTo),
    };

    private static void WriteOrNull(Utf8JsonWriter writer, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Undefined)
            writer.WriteNullValue();
        else
            element.WriteTo(writer);
    }
}
