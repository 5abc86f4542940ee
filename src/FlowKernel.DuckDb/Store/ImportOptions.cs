using FlowKernel.FlowLogs.Enrichment;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.DuckDb.Store;

/// <summary>How flow logs are imported.</summary>
public sealed record ImportOptions
{
    /// <summary>Topology files; they map addresses to networks, and fill NTATopologyDetails.</summary>
    public IReadOnlyList<TopologyFile> Topology { get; init; } = [];

    /// <summary>Service tags, threats and locators. Its map is made from <see cref="Topology"/>.</summary>
    public EnrichmentSources Enrichment { get; init; } = new();

    /// <summary>How rows are made; null for the store's own way, or the default in a new store.</summary>
    public StoreSettings? Settings { get; init; }

    /// <summary>
    /// The data's own "now" in UTC, for data that is looked at as of then; null leaves the store's as it is.
    /// </summary>
    public DateTime? Now { get; init; }

    /// <summary>Gives TimeProcessed.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How many sources are read at the same time.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;
}
