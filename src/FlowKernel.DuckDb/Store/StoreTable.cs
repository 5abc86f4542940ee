using FlowKernel.DuckDb.Emit;
using FlowKernel.FlowLogs;
using FlowKernel.Results;
using FlowKernel.Schema;

namespace FlowKernel.DuckDb.Store;

/// <summary>
/// A table as a store keeps it: all columns of its schema, a hidden numeric companion for each text column of IP
/// addresses, and, where rows can be replaced, the number of the source that they came from.
/// </summary>
/// <param name="Schema">The columns that queries see.</param>
/// <param name="IpColumns">The text columns of single IP addresses.</param>
/// <param name="Constants">Values that all rows share; other columns that are not filled are empty or null.</param>
/// <param name="Order">What rows are sorted by inside a file, for pruning and for equal files from equal input.</param>
/// <param name="HasSource">True when rows carry their source.</param>
internal sealed record StoreTable(
    TableSchema Schema,
    IReadOnlyList<string> IpColumns,
    IReadOnlyDictionary<string, string> Constants,
    IReadOnlyList<string> Order,
    bool HasSource)
{
    public const string SourceColumn = "__source";

    public static StoreTable NetAnalytics { get; } = new(
        FlowLogTables.NetAnalytics,
        ["SrcIp", "DestIp"],
        new Dictionary<string, string>
        {
            ["FaSchemaVersion"] = "3",
            ["SubType"] = "FlowLog",
            ["SourceSystem"] = "Azure",
            ["Type"] = FlowLogTables.NetAnalytics.Name,
        },
        [
            "TimeGenerated", "SrcIp__ip4", "SrcIp", "DestIp", "DestPort", "L4Protocol", "MacAddress", "FlowDirection",
            "FlowStatus", "AclRule", "FlowEncryption", SourceColumn,
        ],
        HasSource: true);

    public static StoreTable IpDetails { get; } = new(
        FlowLogTables.IpDetails,
        ["Ip"],
        new Dictionary<string, string>
        {
            ["FaSchemaVersion"] = "2",
            ["SubType"] = "FlowLog",
            ["SourceSystem"] = "Azure",
            ["Type"] = FlowLogTables.IpDetails.Name,
        },
        ["TimeGenerated", "Ip__ip4", "Ip"],
        HasSource: false);

    public static StoreTable TopologyDetails { get; } = new(
        FlowLogTables.TopologyDetails,
        [],
        new Dictionary<string, string> { ["SourceSystem"] = "Azure", ["Type"] = FlowLogTables.TopologyDetails.Name },
        ["TimeGenerated", "AzureResourceType", "Name"],
        HasSource: false);

    public static IReadOnlyList<StoreTable> All { get; } = [NetAnalytics, IpDetails, TopologyDetails];

    public string Name => Schema.Name;

    /// <summary>The companion of an IP column.</summary>
    public static string Companion(string column) => $"{column}__ip4";

    /// <summary>All columns of its files with their DuckDB types, hidden ones last.</summary>
    public IEnumerable<(string Name, string Type)> Columns =>
    [
        .. Schema.Columns.Select(c => (c.Name, SqlTypes.Of(c.Type))),
        .. IpColumns.Select(c => (Companion(c), "UINTEGER")),
        .. HasSource ? [(SourceColumn, "INTEGER")] : Array.Empty<(string, string)>(),
    ];

    /// <summary>The select list that makes whole rows from staged ones, which have only the filled columns.</summary>
    public string SelectList(IReadOnlySet<string> filled) => string.Join(", ",
    [
        .. Schema.Columns.Select(c => filled.Contains(c.Name) ? SqlText.Identifier(c.Name) : Default(c)),
        .. IpColumns.Select(c => SqlText.Identifier(Companion(c))),
        .. HasSource ? [SourceColumn] : Array.Empty<string>(),
    ]);

    /// <summary>The column definitions of a staging table that has these columns filled.</summary>
    public string StagingColumns(IEnumerable<string> filled)
    {
        var types = Columns.ToDictionary(c => c.Name, c => c.Type, StringComparer.Ordinal);
        return string.Join(", ", filled.Select(c => $"{SqlText.Identifier(c)} {types[c]}"));
    }

    private string Default(KqlColumn column)
    {
        var value = Constants.TryGetValue(column.Name, out var constant) ? constant : null;
        return $"{SqlLiteral.Of(value, column.Type)} AS {SqlText.Identifier(column.Name)}";
    }
}
