namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>One direction of the pieces between two sites.</summary>
internal sealed class HalfEdge(int from, int to)
{
    /// <summary>The site where it begins.</summary>
    public int From => from;

    /// <summary>The site where it ends.</summary>
    public int To => to;

    /// <summary>The same the other way.</summary>
    public HalfEdge Twin { get; set; } = null!;

    /// <summary>The next half-edge around <see cref="From"/>, counterclockwise.</summary>
    public HalfEdge Counterclockwise { get; set; } = null!;

    /// <summary>The next half-edge around <see cref="From"/>, clockwise.</summary>
    public HalfEdge Clockwise { get; set; } = null!;

    /// <summary>The pieces that run this way.</summary>
    public List<Piece> Pieces { get; } = [];

    /// <summary>How often each region covers what lies to the left; null until it is known.</summary>
    public (int A, int B)? Left { get; set; }

    /// <summary>How often each region covers what lies to the right.</summary>
    public (int A, int B)? Right => Twin.Left;

    /// <summary>How much more often each region covers the left than the right.</summary>
    public (int A, int B) Gain => (Net(0), Net(1));

    private int Net(int region) => Pieces.Count(p => p.Region == region) - Twin.Pieces.Count(p => p.Region == region);
}
