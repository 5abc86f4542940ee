using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Serve.Requests;

namespace FlowKernel.Serve.DataExplorer.Commands;

/// <summary>The commands that show all columns of all tables, as editors want them.</summary>
internal sealed class SchemaCommands(ServedStore store)
{
    private static readonly KqlColumn[] JsonColumns = [new("DatabaseSchema", KqlType.String)];

    private static readonly KqlColumn[] RowColumns =
    [
        new("DatabaseName", KqlType.String), new("TableName", KqlType.String), new("ColumnName", KqlType.String),
        new("ColumnType", KqlType.String), new("IsDefaultTable", KqlType.Bool), new("IsDefaultColumn", KqlType.Bool),
        new("PrettyName", KqlType.String), new("Version", KqlType.String), new("Folder", KqlType.String),
        new("DocString", KqlType.String),
    ];

    /// <summary>The commands.</summary>
    public IEnumerable<Command> All =>
    [
        new(".show database schema as json", Json),
        new(".show database NAME schema as json", Json),
        new(".show databases schema as json", Json),
        new(".show databases NAMES schema as json", Json),
        new(".show database schema", Rows),
        new(".show database NAME schema", Rows),
        new(".show databases schema", Rows),
        new(".show databases NAMES schema", Rows),
    ];

    private Outcome<KqlTable> Json(IReadOnlyList<string> databases) => Strange(databases) is { } missing
        ? missing
        : KqlTable.FromRows(JsonColumns, [[SchemaJson.Of(store)]]);

    private Outcome<KqlTable> Rows(IReadOnlyList<string> databases) => Strange(databases) is { } missing
        ? missing
        : KqlTable.FromRows(RowColumns, [.. AllRows()]);

    private Diagnostic? Strange(IReadOnlyList<string> databases) =>
        databases.Select(store.Missing).FirstOrDefault(missing => missing is not null);

    private IEnumerable<IReadOnlyList<object?>> AllRows()
    {
        yield return Row("", "", "", SchemaJson.Version, "");
        foreach (var table in store.Schema.Tables)
        {
            yield return Row(table.Name, "", "", "", table.Description);
            foreach (var column in table.Columns)
                yield return Row(table.Name, column.Name, column.Type.KustoDataType(), "", "");
        }
    }

    private IReadOnlyList<object?> Row(string table, string column, string type, string version, string? description) =>
        [store.Database, table, column, type, false, false, "", version, "", description];
}
