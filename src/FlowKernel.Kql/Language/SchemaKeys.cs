using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FlowKernel.FlowLogs;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Kql.Language;

/// <summary>
/// Defines each schema instance once in the script engine, under a key of its own, and of its tables and functions those that
/// are new there.
/// </summary>
internal sealed class SchemaKeys
{
    private readonly ConditionalWeakTable<DatabaseSchema, string> _keys = [];
    private readonly ConditionalWeakTable<object, object> _members = [];
    private int _last;

    /// <summary>The schema's key, after making sure that this script knows it.</summary>
    public string KeyIn(KqlScript script, DatabaseSchema schema)
    {
        var key = _keys.GetValue(schema, _ => (++_last).ToString(CultureInfo.InvariantCulture));
        if (script.Call("hasSchema", key) is not true)
            Define(script, key, schema);
        return key;
    }

    private void Define(KqlScript script, string key, DatabaseSchema schema)
    {
        var tables = schema.Tables.DistinctBy(t => t.Name).ToDictionary(NumberOf);
        var functions = schema.Functions.DistinctBy(f => f.Name).ToDictionary(NumberOf);
        List<int> numbers = [.. tables.Keys, .. functions.Keys];
        var unknown = JsonSerializer.Deserialize(
            (string)script.Call("unknownMembers", JsonSerializer.Serialize(numbers, ScriptJson.Default.IReadOnlyListInt32))!,
            ScriptJson.Default.IReadOnlyListInt32)!;
        var message = new SchemaMessage(
            schema.Name, schema.IsOpen, numbers,
            unknown.Where(tables.ContainsKey).ToDictionary(n => n, n => ToMessage(tables[n])),
            unknown.Where(functions.ContainsKey).ToDictionary(n => n, n => functions[n]),
            schema.Places, schema.HasNeighbours);
        script.Call("defineSchema", key, JsonSerializer.Serialize(message, ScriptJson.Default.SchemaMessage));
    }

    private int NumberOf(object member) => (int)_members.GetValue(member, _ => ++_last);

    /// <summary>The parameters of a scope as the scripts read them.</summary>
    public static string ParametersJson(QueryScope scope) => JsonSerializer.Serialize(
        [.. scope.Parameters.Select(p => new[] { p.Key, p.Value.Type.Name() })],
        ScriptJson.Default.IReadOnlyListStringArray);

    private static TableMessage ToMessage(TableSchema table) => new(
        table.Name, table.Description, table.IsOpen, [.. table.Columns.Select(c => ToMessage(c, table.Name))]);

    private static string[] ToMessage(KqlColumn column, string table) =>
        [column.Name, column.Type.Name(), .. column.Type == KqlType.String ? ColumnNotes.ValuesOf(column.Name, table) : []];
}
