namespace FlowKernel.DuckDb.Functions.Native.Ranks;

/// <summary>What goes wrong in the aggregates.</summary>
internal static class RankErrors
{
    /// <summary>There is no memory for the values of groups.</summary>
    public const string Memory = "the values of its groups need more memory than there is";
}
