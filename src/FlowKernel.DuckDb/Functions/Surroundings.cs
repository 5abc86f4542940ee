using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>What a query asks of itself, its tables and its cluster.</summary>
internal static class Surroundings
{
    private const string Cluster = "it asks a cluster, and local data has none";
    private const string Cursors = "local tables keep no cursors";
    private const string Extents = "local tables have no extents";

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("estimate_data_size", DataSize) { Note = "Not of bool, decimal and dynamic values." },
        new("ingestion_time", c => SqlLiteral.Of(null, c.Type)) { Note = "Null: local tables keep no times of ingestion." },
        FunctionRow.Refused("bin_auto", "the size of its bins is not set: write set query_bin_auto_size = …; before"),
        .. Refused(Cluster, "cluster", "current_cluster_endpoint", "current_database", "current_node_id",
            "current_principal", "current_principal_details", "current_principal_is_member_of", "entity_group",
            "external_table", "materialized_view", "stored_query_result"),
        .. Refused(Cursors, "current_cursor", "cursor_after", "cursor_before_or_at", "cursor_current"),
        .. Refused(Extents, "extent_id", "extentid", "extent_tags", "rowstore_ordinal_range", "row_id"),
        FunctionRow.Refused(
            "geo_info_from_ip_address",
            "the locations that Kusto knows are not published; NTAIpDetails has those of the addresses in your logs"),
    ];

    private static IEnumerable<FunctionRow> Refused(string reason, params string[] names) =>
        names.Select(name => FunctionRow.Refused(name, reason));

    /// <summary>https://learn.microsoft.com/kusto/query/estimate-data-size-function</summary>
    private static Outcome<string> DataSize(Invocation call)
    {
        if (call.Any(KqlType.Bool) || call.Any(KqlType.Decimal) || call.Any(KqlType.Dynamic))
            return call.Refuse("the size of bool, decimal and dynamic values is not documented");
        return string.Join(" + ", call.Arguments.Select(a => a.Type switch
        {
            KqlType.String => $"strlen({a.Sql})::BIGINT",
            KqlType.Int => "4::BIGINT",
            KqlType.Guid => "16::BIGINT",
            _ => "8::BIGINT",
        }).Prepend("0::BIGINT"));
    }
}
