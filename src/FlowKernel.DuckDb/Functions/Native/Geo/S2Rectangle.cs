namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>A cell of S2 on the plane of its cube's face.</summary>
internal readonly record struct S2Rectangle(int Face, double U0, double V0, double U1, double V1)
{
    /// <summary>The corners on the sphere, counterclockwise.</summary>
    public Direction[] Corners { get; } =
    [
        S2Cells.Unproject(Face, U0, V0), S2Cells.Unproject(Face, U1, V0),
        S2Cells.Unproject(Face, U1, V1), S2Cells.Unproject(Face, U0, V1),
    ];
}
