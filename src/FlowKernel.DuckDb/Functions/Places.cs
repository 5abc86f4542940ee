using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>Distances on a sphere of radius 6,371,010 m, as Kusto takes the Earth.</summary>
internal static class Places
{
    private const string Distance = "kql_distance({0:real}, {1:real}, {2:real}, {3:real})";

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("geo_distance_2points", Distance) { Gives = KqlType.Real },
        new("geo_point_in_circle", $"CASE WHEN {{4:real}} >= 0 THEN {Distance} <= {{4:real}} END"),
    ];
}
