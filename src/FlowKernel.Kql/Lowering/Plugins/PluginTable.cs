using System.Collections.Frozen;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>Lowers a call of a plug-in; the context's row is the input's.</summary>
internal delegate Relation PluginLowering(PluginCall call);

/// <summary>Which plug-ins have a plan.</summary>
internal static class PluginTable
{
    private static readonly FrozenDictionary<string, PluginLowering> Plugins = new Dictionary<string, PluginLowering>
    {
        ["active_users_count"] = ActivityPlugins.LowerActiveUsers,
        ["activity_counts_metrics"] = ActivityPlugins.LowerCounts,
        ["activity_engagement"] = ActivityPlugins.LowerEngagement,
        ["activity_metrics"] = ActivityPlugins.LowerMetrics,
        ["autocluster"] = AutoClusterPlugin.Lower,
        ["basket"] = BasketPlugin.Lower,
        ["bag_unpack"] = BagUnpackPlugin.Lower,
        ["diffpatterns"] = DiffPatternsPlugin.Lower,
        ["dcount_intersect"] = DistinctIntersectionPlugin.Lower,
        ["funnel_sequence_completion"] = FunnelCompletionPlugin.Lower,
        ["geo_line_lookup"] = PlaceLookupPlugin.LowerLine,
        ["geo_polygon_lookup"] = PlaceLookupPlugin.LowerPolygon,
        ["new_activity_metrics"] = NewActivityPlugin.Lower,
        ["pivot"] = PivotPlugin.Lower,
        ["narrow"] = NarrowPlugin.Lower,
        ["ipv4_lookup"] = PrefixLookupPlugin.LowerIp4,
        ["ipv6_lookup"] = PrefixLookupPlugin.LowerIp6,
        ["rolling_percentile"] = ActivityPlugins.LowerRollingPercentile,
        ["rows_near"] = RowsNearPlugin.Lower,
        ["schema_merge"] = SchemaMergePlugin.Lower,
        ["sequence_detect"] = SequenceDetectPlugin.Lower,
        ["session_count"] = ActivityPlugins.LowerSessions,
        ["sliding_window_counts"] = ActivityPlugins.LowerSlidingWindow,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of the plug-ins that run, in order.</summary>
    public static IEnumerable<string> Names => Plugins.Keys.Order(StringComparer.Ordinal);

    /// <summary>How a plug-in is lowered, or null.</summary>
    public static PluginLowering? Find(string name) => Plugins.GetValueOrDefault(name);
}
