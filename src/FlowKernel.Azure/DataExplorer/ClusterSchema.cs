using System.Text.Json;
using FlowKernel.Azure.Results;
using FlowKernel.Results;
using FlowKernel.Schema;

namespace FlowKernel.Azure.DataExplorer;

/// <summary>Reads what a database holds (https://learn.microsoft.com/kusto/management/show-schema-database).</summary>
internal static class ClusterSchema
{
    private static readonly string[] TableSections = ["Tables", "MaterializedViews", "ExternalTables"];

    /// <summary>The schema of the first database in the answer to <c>.show database schema as json</c>.</summary>
    /// <param name="name">The name that the connection has for people.</param>
    /// <param name="answer">The answer in the first version of the format.</param>
    public static DatabaseSchema Read(string name, JsonElement answer)
    {
        var cell = answer.GetProperty("Tables")[0].GetProperty("Rows")[0][0];
        using var schema = JsonDocument.Parse(cell.ValueKind == JsonValueKind.String ? cell.GetString()! : cell.GetRawText());
        var database = schema.RootElement.GetProperty("Databases").EnumerateObject().First().Value;
        return new DatabaseSchema(name, [.. TableSections.SelectMany(section => Entries(database, section)).Select(Table)])
        {
            Functions = [.. Entries(database, "Functions").Select(Function)],
            HasNeighbours = true,
        };
    }

    private static TableSchema Table(JsonElement table) => new(
        table.GetProperty("Name").GetString()!,
        ColumnsReader.Read(table.GetProperty("OrderedColumns"), "Name", "CslType", "Type"),
        Text(table, "DocString"));

    private static FunctionSchema Function(JsonElement function) => new(
        function.GetProperty("Name").GetString()!,
        $"({string.Join(", ", function.GetProperty("InputParameters").EnumerateArray().Select(Parameter))})",
        Text(function, "Body") ?? "{ }",
        Text(function, "DocString"));

    private static string Parameter(JsonElement parameter)
    {
        var name = parameter.GetProperty("Name").GetString()!;
        if (!parameter.TryGetProperty("Columns", out var columns) || columns.ValueKind != JsonValueKind.Array)
            return $"{name}:{TypeOf(parameter)}{Default(parameter)}";
        var parts = columns.EnumerateArray().Select(c => $"{c.GetProperty("Name").GetString()}:{TypeOf(c)}").ToList();
        return $"{name}:({(parts.Count == 0 ? "*" : string.Join(", ", parts))})";
    }

    private static string Default(JsonElement parameter) =>
        Text(parameter, "CslDefaultValue") is { Length: > 0 } value ? $"={value}" : "";

    private static string TypeOf(JsonElement declared) =>
        ColumnsReader.TypeOf(Text(declared, "CslType") ?? Text(declared, "Type") ?? "").Name();

    private static IEnumerable<JsonElement> Entries(JsonElement database, string section) =>
        database.TryGetProperty(section, out var entries) && entries.ValueKind == JsonValueKind.Object
            ? entries.EnumerateObject().Select(entry => entry.Value)
            : [];

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
