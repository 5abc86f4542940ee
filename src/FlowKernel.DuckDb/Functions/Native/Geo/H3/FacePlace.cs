namespace FlowKernel.DuckDb.Functions.Native.Geo.H3;

/// <summary>
/// A hexagon of the plane grid of one of the icosahedron's faces. Grids of even resolutions lie straight on the face;
/// those of odd ones are turned.
/// </summary>
internal readonly record struct FacePlace(int Face, HexPlace Place)
{
    /// <summary>The side of a face's triangle, in hexagons of resolution 0 (its grid begins in the middle).</summary>
    private const int Reach = 2;

    private const double Unit = 0.38196601125010500003;
    private const double Odd = 0.333473172251832115336090755351601070065900389;
    private static readonly double Root7 = Math.Sqrt(7);

    /// <summary>The hexagon that holds a place on the sphere.</summary>
    public static FacePlace Of(Direction place, int resolution)
    {
        var (face, nearest) = (0, 5.0);
        for (var i = 0; i < 20; i++)
        {
            var apart = place - H3Tables.FaceCenters[i];
            if (apart.Dot(apart) < nearest)
                (face, nearest) = (i, apart.Dot(apart));
        }

        var angle = Math.Acos(1 - (nearest / 2));
        if (angle < 1e-16)
            return new(face, default);
        var (north, east) = Tangents(H3Tables.FaceCenters[face]);
        var turn = H3Tables.FaceAxes[face] - Math.Atan2(place.Dot(east), place.Dot(north))
            - (IsOdd(resolution) ? Odd : 0);
        var radius = Math.Tan(angle) / Unit * Math.Pow(Root7, resolution);
        return new(face, HexPlace.Of(radius * Math.Cos(turn), radius * Math.Sin(turn)));
    }

    /// <summary>The place on the sphere of a point of the face's plane.</summary>
    /// <param name="point">The point, in hexagons of the resolution, or in thirds of them for a grid of corners.</param>
    /// <param name="resolution">The resolution.</param>
    /// <param name="ofCorners">True for a grid of corners, which always lies straight.</param>
    public Direction OnSphere((double X, double Y) point, int resolution, bool ofCorners)
    {
        var length = Math.Sqrt((point.X * point.X) + (point.Y * point.Y));
        var center = H3Tables.FaceCenters[Face];
        if (length < 1e-16)
            return center;
        var angle = Math.Atan(length / Math.Pow(Root7, resolution) / (ofCorners ? 3 : 1) * Unit);
        var azimuth = H3Tables.FaceAxes[Face] - Math.Atan2(point.Y, point.X)
            - (!ofCorners && IsOdd(resolution) ? Odd : 0);
        var (north, east) = Tangents(center);
        var ahead = (north * Math.Cos(azimuth)) + (east * Math.Sin(azimuth));
        return ((center * Math.Cos(angle)) + (ahead * Math.Sin(angle))).Unit;
    }

    /// <summary>True for the resolutions whose grids are turned.</summary>
    public static bool IsOdd(int resolution) => resolution % 2 == 1;

    /// <summary>How far a face reaches from its middle, on the straight grid of a resolution.</summary>
    public static int ReachOf(int resolution, bool ofCorners) => Scale(resolution, ofCorners) * Reach;

    /// <summary>Which neighbour of the face another is: 1 at ij, 2 at ki, 3 at jk.</summary>
    public static int Side(int face, int other)
    {
        for (var side = 1; side < 3; side++)
        {
            if (H3Tables.FaceNeighbors[(face * 20) + (side * 5)] == other)
                return side;
        }

        return 3;
    }

    /// <summary>The same hexagon by the grid of a neighbouring face.</summary>
    public FacePlace Across(int side, int resolution, bool ofCorners)
    {
        var row = H3Tables.FaceNeighbors.Slice((Face * 20) + (side * 5), 5);
        var place = Place;
        for (var turn = 0; turn < row[4]; turn++)
            place = place.Turned;
        return new(row[0], place + (new HexPlace(row[1], row[2], row[3]) * Scale(resolution, ofCorners)));
    }

    /// <summary>
    /// The hexagon by the grid of the face that it lies on, where this may lie beyond the edge of its face; and whether it
    /// lies inside, on an edge, or was beyond.
    /// </summary>
    public (FacePlace Moved, Overage Overage) OnItsFace(int resolution, bool ofCorners, bool inPentagonPart4)
    {
        var reach = ReachOf(resolution, ofCorners);
        if (Place.Sum <= reach)
            return (this, ofCorners && Place.Sum == reach ? Overage.Edge : Overage.None);
        var side = Place.K == 0 ? 1 : Place.J == 0 ? 2 : 3;
        var from = this;
        if (side == 2 && inPentagonPart4)
        {
            var corner = new HexPlace(reach, 0, 0);
            from = new(Face, (Place - corner).TurnedClockwise + corner);
        }

        var moved = from.Across(side, resolution, ofCorners);
        return (moved, ofCorners && moved.Place.Sum == reach ? Overage.Edge : Overage.NewFace);
    }

    private static int Scale(int resolution, bool ofCorners)
    {
        var scale = ofCorners ? 3 : 1;
        for (var i = 0; i < resolution; i += 2)
            scale *= 7;
        return scale;
    }

    private static (Direction North, Direction East) Tangents(Direction center)
    {
        var north = (new Direction(0, 0, 1) - (center * center.Z)).Unit;
        return (north, north.Cross(center));
    }
}
