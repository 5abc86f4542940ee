namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>What a ring does to how often the places around it are covered.</summary>
internal enum RingKind
{
    /// <summary>Runs counterclockwise around the smaller part, which it covers once.</summary>
    Shell,

    /// <summary>Runs clockwise around the smaller part, which it takes away once.</summary>
    Hole,

    /// <summary>Covers what it winds around as often as it does, also where it crosses itself.</summary>
    Path,
}
