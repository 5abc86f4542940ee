namespace FlowKernel.DuckDb.Functions.Native.Geo.H3;

/// <summary>Where a hexagon lies on the icosahedron, seen from the grid of one face.</summary>
internal enum Overage
{
    /// <summary>On the face.</summary>
    None,

    /// <summary>On one of its edges.</summary>
    Edge,

    /// <summary>On another face.</summary>
    NewFace,
}
