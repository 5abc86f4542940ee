using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowKernel.Results;

namespace FlowKernel.Session.Mapping;

/// <summary>
/// C# values as the JSON of a KQL dynamic value: enums and IP addresses as texts, times in UTC, numbers that JSON lacks
/// as their names.
/// </summary>
internal static class ClrJson
{
    /// <summary>How values are written, and read back.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IncludeFields = true,
        Converters =
        {
            new JsonStringEnumConverter(), new AddressConverter(), new InstantConverter(), new DynamicConverter(),
        },
    };

    /// <summary>The JSON text; false for what has none, such as a delegate or an object that holds itself.</summary>
    public static bool TryWrite(object value, [NotNullWhen(true)] out string? json)
    {
        try
        {
            json = JsonSerializer.Serialize(value, value.GetType(), Options);
            return true;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            json = null;
            return false;
        }
    }

    private sealed class AddressConverter : JsonConverter<IPAddress>
    {
        public override bool CanConvert(Type type) => typeof(IPAddress).IsAssignableFrom(type);

        public override IPAddress Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            IPAddress.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, IPAddress value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    private sealed class InstantConverter : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            ClrValues.Utc(reader.GetDateTime());

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(ClrValues.Utc(value));
    }

    private sealed class DynamicConverter : JsonConverter<DynamicValue>
    {
        public override DynamicValue Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new DynamicValue(document.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, DynamicValue value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json);
    }
}
