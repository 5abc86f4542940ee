using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowKernel.Results;

/// <summary>
/// Results as JSON: <c>{"columns":[{"name","type"}],"rows":[[…]]}</c>. Reals that JSON cannot hold are the texts
/// NaN, Infinity and -Infinity; decimals are texts; datetimes are <c>2024-04-23T00:00:00.0000000Z</c>; timespans are
/// <c>[-][d.]hh:mm:ss[.fffffff]</c>; dynamic values are nested JSON.
/// </summary>
public static class ResultJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A table as one line of JSON.</summary>
    public static string Write(KqlTable table)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Compact))
        {
            writer.WriteStartObject();
            WriteMembers(writer, table);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>
    /// All tables of a result as one line of JSON: the first as <see cref="Write(KqlTable)"/> writes it; those after it
    /// in <c>"more":[{"name","columns","rows"}]</c>, which a single table lacks.
    /// </summary>
    public static string Write(QueryResult result)
    {
        var first = Write(result.Table);
        if (result.Tables.Count == 1)
            return first;
        var more = result.Tables.Skip(1)
            .Select(t => $"{{\"name\":{JsonSerializer.Serialize(t.Name)},{Write(t)[1..]}");
        return $"{first[..^1]},\"more\":[{string.Join(',', more)}]}}";
    }

    /// <summary>Writes the members <c>columns</c> and <c>rows</c> into an object that the caller has begun.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, KqlTable table)
    {
        WriteColumns(writer, table.Columns);
        writer.WriteStartArray("rows");
        for (var row = 0; row < table.RowCount; row++)
            WriteRow(writer, table, row);
        writer.WriteEndArray();
    }

    /// <summary>Writes one value by the rules of this format.</summary>
    public static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: WriteReal(writer, number); break;
            case decimal number: writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case DateTime time: writer.WriteStringValue(Text(time)); break;
            case TimeSpan span: writer.WriteStringValue(Text(span)); break;
            case Guid guid: writer.WriteStringValue(guid); break;
            case DynamicValue dynamic: writer.WriteRawValue(dynamic.Json, skipInputValidation: false); break;
            default: writer.WriteStringValue((string)value); break;
        }
    }

    /// <summary>A datetime as this format writes it.</summary>
    public static string Text(DateTime time) =>
        time.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    /// <summary>A timespan as this format writes it.</summary>
    public static string Text(TimeSpan span) => span.ToString("c", CultureInfo.InvariantCulture);

    private static void WriteColumns(Utf8JsonWriter writer, IReadOnlyList<KqlColumn> columns)
    {
        writer.WriteStartArray("columns");
        foreach (var column in columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name", column.Name);
            writer.WriteString("type", column.Type.Name());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter writer, KqlTable table, int row)
    {
        writer.WriteStartArray();
        for (var column = 0; column < table.Columns.Count; column++)
            WriteValue(writer, table[row, column]);
        writer.WriteEndArray();
    }

    private static void WriteReal(Utf8JsonWriter writer, double number)
    {
        if (double.IsFinite(number))
            writer.WriteNumberValue(number);
        else
            writer.WriteStringValue(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
    }
}
