using FlowKernel.Session;

namespace FlowKernel.Recipes;

/// <summary>The recipes that look at the tables around the flows.</summary>
public sealed partial class FlowRecipes
{
    /// <summary>Which public services and networks the estate talks to: FlowType, PublicIpDetails, Location.</summary>
    /// <param name="last">How far back to look; 60 days unless given.</param>
    public FlowQuery PublicCommunications(TimeSpan? last = null) => Query("public-communications", ("last", last));

    /// <summary>
    /// The routes of a resource group: ResourceGroup, RouteTableName, RouteName, NextHopType, NextHopIp.
    /// </summary>
    /// <param name="group">The resource group, in any case; <c>flowlogs</c> unless given.</param>
    /// <param name="last">How far back to look; 600 days unless given.</param>
    public FlowQuery RouteTables(string? group = null, TimeSpan? last = null) =>
        Query("route-tables", ("group", group), ("last", last));
}
