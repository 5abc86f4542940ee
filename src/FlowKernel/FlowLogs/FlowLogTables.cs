using FlowKernel.Schema;

namespace FlowKernel.FlowLogs;

/// <summary>The three tables of Traffic Analytics.</summary>
public static class FlowLogTables
{
    /// <summary>NTANetAnalytics: one row per aggregated flow.</summary>
    public static TableSchema NetAnalytics => NetAnalyticsColumns.Schema;

    /// <summary>NTAIpDetails: one row per public IP address and interval.</summary>
    public static TableSchema IpDetails => IpDetailsColumns.Schema;

    /// <summary>NTATopologyDetails: one row per discovered resource and discovery.</summary>
    public static TableSchema TopologyDetails => TopologyDetailsColumns.Schema;

    /// <summary>All three, as a database.</summary>
    public static DatabaseSchema Database { get; } = new("flowlogs", [NetAnalytics, IpDetails, TopologyDetails]);
}
