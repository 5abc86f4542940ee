using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FlowKernel.FlowLogs;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Kql.Language;

/// <summary>Defines each schema instance once in the script engine, under a key of its own.</summary>
internal sealed class SchemaKeys
{
    private readonly ConditionalWeakTable<DatabaseSchema, string> _keys = [];
    private int _last;

    /// <summary>The schema's key, after making sure that this script knows it.</summary>
    public string KeyIn(KqlScript script, DatabaseSchema schema)
    {
        var key = _keys.GetValue(schema, _ => (++_last).ToString(CultureInfo.InvariantCulture));
        if (script.Call("hasSchema", key) is not true)
            script.Call("defineSchema", key, ToJson(schema));
        return key;
    }

    /// <summary>The parameters of a scope as the scripts read them.</summary>
    public static string ParametersJson(QueryScope scope) => JsonSerializer.Serialize(
        [.. scope.Parameters.Select(p => new[] { p.Key, p.Value.Type.Name() })],
        ScriptJson.Default.IReadOnlyListStringArray);

    private static string ToJson(DatabaseSchema schema) => JsonSerializer.Serialize(
        new SchemaMessage(schema.Name, schema.IsOpen, [.. schema.Tables.Select(ToMessage)]), ScriptJson.Default.SchemaMessage);

    private static TableMessage ToMessage(TableSchema table) => new(
        table.Name, table.Description, table.IsOpen, [.. table.Columns.Select(c => ToMessage(c, table.Name))]);

    private static string[] ToMessage(KqlColumn column, string table) =>
        [column.Name, column.Type.Name(), .. column.Type == KqlType.String ? ColumnNotes.ValuesOf(column.Name, table) : []];
}
