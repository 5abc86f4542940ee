using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Serve.Requests;

namespace FlowKernel.Serve.DataExplorer.Commands;

/// <summary>The commands that list databases.</summary>
internal sealed class DatabaseCommands(ServedStore store)
{
    private static readonly KqlColumn[] DatabaseColumns =
    [
        new("DatabaseName", KqlType.String), new("PersistentStorage", KqlType.String), new("Version", KqlType.String),
        new("IsCurrent", KqlType.Bool), new("DatabaseAccessMode", KqlType.String), new("PrettyName", KqlType.String),
        new("ReservedSlot1", KqlType.Bool), new("DatabaseId", KqlType.Guid),
    ];

    private static readonly KqlColumn[] EntityColumns =
    [
        new("DatabaseName", KqlType.String), new("EntityType", KqlType.String), new("EntityName", KqlType.String),
        new("DocString", KqlType.String), new("Folder", KqlType.String), new("CslInputSchema", KqlType.String),
        new("Content", KqlType.String), new("CslOutputSchema", KqlType.String), new("Properties", KqlType.Dynamic),
    ];

    /// <summary>The commands.</summary>
    public IEnumerable<Command> All =>
    [
        new(".show databases", _ => Databases()),
        new(".show database", _ => Databases()),
        new(".show databases entities", _ => Entities()),
    ];

    private Outcome<KqlTable> Databases() => KqlTable.FromRows(
        DatabaseColumns, [[store.Database, "", SchemaJson.Version, true, "ReadOnly", "", null, Guid.Empty]]);

    private Outcome<KqlTable> Entities() => KqlTable.FromRows(
        EntityColumns,
        [
            .. store.Schema.Tables.Select(table => (IReadOnlyList<object?>)
            [
                store.Database, "Table", table.Name, table.Description, "", "", "", CslSchema.Of(table), null,
            ]),
        ]);
}
