namespace FlowKernel.DuckDb.Functions.Native.Ranks;

/// <summary>What goes wrong in the aggregates.</summary>
internal static class RankErrors
{
    /// <summary>Neither memory nor the disk has room for the values of groups.</summary>
    public const string Memory = "The values of its groups need more room than there is.";
}
