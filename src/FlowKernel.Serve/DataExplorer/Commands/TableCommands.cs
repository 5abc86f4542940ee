using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Serve.Requests;
using FlowKernel.Text;

namespace FlowKernel.Serve.DataExplorer.Commands;

/// <summary>The commands about tables.</summary>
internal sealed class TableCommands(ServedStore store)
{
    private static readonly KqlColumn[] ListColumns =
    [
        new("TableName", KqlType.String), new("DatabaseName", KqlType.String), new("Folder", KqlType.String),
        new("DocString", KqlType.String),
    ];

    private static readonly KqlColumn[] SchemaColumns =
    [
        new("TableName", KqlType.String), new("Schema", KqlType.String), new("DatabaseName", KqlType.String),
        new("Folder", KqlType.String), new("DocString", KqlType.String),
    ];

    private static readonly KqlColumn[] FunctionColumns =
    [
        new("Name", KqlType.String), new("Parameters", KqlType.String), new("Body", KqlType.String),
        new("Folder", KqlType.String), new("DocString", KqlType.String),
    ];

    /// <summary>The commands.</summary>
    public IEnumerable<Command> All =>
    [
        new(".show tables", _ => Tables()),
        new(".show table NAME cslschema", names => Schema(names[0], CslSchema.Of)),
        new(".show table NAME schema as csl", names => Schema(names[0], CslSchema.Of)),
        new(".show table NAME schema as json", names => Schema(names[0], SchemaJson.Of)),
        new(".show functions", _ => KqlTable.FromRows(FunctionColumns, [])),
    ];

    private Outcome<KqlTable> Tables() => KqlTable.FromRows(
        ListColumns,
        [
            .. store.Schema.Tables.Select(table =>
                (IReadOnlyList<object?>)[table.Name, store.Database, "", table.Description]),
        ]);

    private Outcome<KqlTable> Schema(string name, Func<TableSchema, string> write) =>
        store.Schema.Find(name) is { } table
            ? KqlTable.FromRows(SchemaColumns, [[table.Name, write(table), store.Database, "", table.Description]])
            : ServeDiagnostics.UnknownTable(name, NearestName.Find(name, store.Schema.Tables.Select(t => t.Name)));
}
