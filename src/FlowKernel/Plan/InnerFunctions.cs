namespace FlowKernel.Plan;

/// <summary>Functions of plans that KQL has no names for.</summary>
public static class InnerFunctions
{
    /// <summary>
    /// How many distinct values all sketches of <c>hll()</c> have seen; the query fails where a value is no sketch, or
    /// one that estimates.
    /// </summary>
    public const string CommonValues = "$common_values";
}
