using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlowKernel.FlowLogs;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Serve.Requests;

namespace FlowKernel.Serve.DataExplorer.Commands;

/// <summary>Schemas as JSON, in the form that editors of KQL read.</summary>
internal static class SchemaJson
{
    /// <summary>The schema's version; it never changes while it is served.</summary>
    public const string Version = "v1.0";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The database: <c>{"Databases":{"NAME":{"Name":…,"Tables":{…}}}}</c>.</summary>
    public static string Of(ServedStore store) => Written(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("Databases");
        json.WriteStartObject(store.Database);
        json.WriteString("Name", store.Database);
        json.WriteStartObject("Tables");
        foreach (var table in store.Schema.Tables)
        {
            json.WritePropertyName(table.Name);
            Write(json, table);
        }

        json.WriteEndObject();
        foreach (var none in (string[])["ExternalTables", "MaterializedViews", "EntityGroups", "Functions"])
        {
            json.WriteStartObject(none);
            json.WriteEndObject();
        }

        json.WriteString("PrettyName", "");
        json.WriteNumber("MajorVersion", 1);
        json.WriteNumber("MinorVersion", 0);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>One table.</summary>
    public static string Of(TableSchema table) => Written(json => Write(json, table));

    private static void Write(Utf8JsonWriter json, TableSchema table)
    {
        json.WriteStartObject();
        json.WriteString("Name", table.Name);
        json.WriteString("Folder", "");
        json.WriteString("DocString", table.Description ?? "");
        json.WriteStartArray("OrderedColumns");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("Name", column.Name);
            json.WriteString("Type", column.Type.KustoDataType());
            json.WriteString("CslType", column.Type.Name());
            if (ColumnNotes.Find(column.Name, table.Name) is { } note)
                json.WriteString("DocString", note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Compact))
            write(json);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
