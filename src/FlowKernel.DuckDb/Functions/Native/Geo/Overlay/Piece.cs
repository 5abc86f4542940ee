namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>A part of an edge between two places where edges meet.</summary>
/// <param name="From">The site where it begins.</param>
/// <param name="To">The site where it ends.</param>
/// <param name="Rank">The rank of the edge that it was cut from.</param>
/// <param name="Region">The shape that the edge belongs to.</param>
/// <param name="Chain">The ring or line that the edge belongs to.</param>
internal readonly record struct Piece(int From, int To, int Rank, int Region, int Chain);
