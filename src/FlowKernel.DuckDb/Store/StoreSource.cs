namespace FlowKernel.DuckDb.Store;

/// <summary>A source that was imported.</summary>
/// <param name="Id">Its number in the hidden column of the rows that came from it.</param>
/// <param name="Name">What it is.</param>
/// <param name="Version">Which content of it was imported.</param>
/// <param name="Parts">The parts of NTANetAnalytics that hold its rows.</param>
public sealed record StoreSource(int Id, string Name, string Version, IReadOnlyList<long> Parts);
