using FlowKernel.FlowLogs.Reading;

namespace FlowKernel.DuckDb.Store;

/// <summary>What an import did.</summary>
public sealed record ImportReport
{
    /// <summary>Sources that were read.</summary>
    public int Sources { get; init; }

    /// <summary>Sources that were in the store already, unchanged.</summary>
    public int Unchanged { get; init; }

    /// <summary>Records that were read.</summary>
    public long Records { get; init; }

    /// <summary>Packets, bytes and count of the flow tuples that were read.</summary>
    public TrafficTotals Read { get; init; }

    /// <summary>Packets, bytes and count of the rows that were written; packets and bytes equal those read.</summary>
    public TrafficTotals Written { get; init; }

    /// <summary>Flow tuples that were set aside.</summary>
    public long TuplesSetAside { get; init; }

    /// <summary>How many things were found that could not be taken as they are.</summary>
    public long FindingCount { get; init; }

    /// <summary>The first of them in words, at most 1,000.</summary>
    public IReadOnlyList<FlowLogFinding> Findings { get; init; } = [];

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What the store holds afterwards.</summary>
    public StoreManifest Store { get; init; } = new();
}
