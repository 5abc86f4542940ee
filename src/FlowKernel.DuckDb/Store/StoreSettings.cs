using FlowKernel.FlowLogs.Enrichment;

namespace FlowKernel.DuckDb.Store;

/// <summary>How the rows of a store are made. All rows of a store are made alike.</summary>
public sealed record StoreSettings
{
    /// <summary>The processing interval: 60 minutes, or 10 for finer rows; it divides the day.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How rows show public peers.</summary>
    public PublicPeers PublicPeers { get; init; }

    /// <summary>How many rows of NTAIpDetails a public address gets.</summary>
    public IpDetailsRows IpDetails { get; init; }
}
