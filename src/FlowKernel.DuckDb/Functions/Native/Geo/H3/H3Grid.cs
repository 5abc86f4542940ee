namespace FlowKernel.DuckDb.Functions.Native.Geo.H3;

/// <summary>Where cells of H3 lie on the sphere (https://h3geo.org/docs/core-library/overview).</summary>
internal static class H3Grid
{
    /// <summary>Closer than this, in hexagons, points are one.</summary>
    private const double SamePoint = 1.1920929e-7;

    private static readonly HexPlace[] EvenCorners =
        [new(2, 1, 0), new(1, 2, 0), new(0, 2, 1), new(0, 1, 2), new(1, 0, 2), new(2, 0, 1)];

    private static readonly HexPlace[] OddCorners =
        [new(5, 4, 0), new(1, 5, 0), new(0, 5, 4), new(0, 1, 5), new(4, 0, 5), new(5, 0, 1)];

    /// <summary>The cell of a resolution that holds a place.</summary>
    public static H3Cell Cell(Direction place, int resolution)
    {
        var (face, at) = FacePlace.Of(place, resolution);
        var cell = H3Cell.Of(0, resolution);
        for (var r = resolution; r > 0; r--)
        {
            var above = FacePlace.IsOdd(r) ? at.Coarser : at.CoarserClockwise;
            var center = FacePlace.IsOdd(r) ? above.Finer : above.FinerClockwise;
            cell = cell.WithDigit(r, (at - center).Digit);
            at = above;
        }

        var index = (face * 27) + (at.I * 9) + (at.J * 3) + at.K;
        cell = cell.WithBaseCell(H3Tables.FaceCells[index]);
        var isInPentagon = cell.IsInPentagon;
        if (isInPentagon && cell.LeadingDigit == 1)
            cell = cell.Turned(IsClockwise(cell.BaseCell, face));
        for (var turn = 0; turn < H3Tables.FaceTurns[index]; turn++)
            cell = isInPentagon ? cell.TurnedInPentagon() : cell.Turned(clockwise: false);
        return cell;
    }

    /// <summary>True where cells of a face turn clockwise out of a pentagon's missing part.</summary>
    public static bool IsClockwise(int baseCell, int face)
    {
        var pentagon = H3Tables.Pentagons.IndexOf((byte)baseCell);
        return pentagon >= 0 && H3Tables.ClockwiseFaces.Slice(pentagon * 2, 2).Contains((byte)face);
    }

    /// <summary>The middle of a cell.</summary>
    public static Direction Center(H3Cell cell)
    {
        var at = Place(cell);
        return at.OnSphere(at.Place.Center, cell.Resolution, ofCorners: false);
    }

    /// <summary>
    /// The corners of a cell, counterclockwise; and where an edge of an odd resolution crosses an edge of the icosahedron, the
    /// place where it does.
    /// </summary>
    public static List<Direction> Corners(H3Cell cell)
    {
        var (isOdd, isPentagon) = (FacePlace.IsOdd(cell.Resolution), cell.IsPentagon);
        var resolution = cell.Resolution + (isOdd ? 1 : 0);
        var home = Place(cell);
        var middle = isOdd ? home.Place.OfCorners.FinerClockwise : home.Place.OfCorners;
        FacePlace[] corners = [.. (isOdd ? OddCorners : EvenCorners).Take(isPentagon ? 5 : 6)
            .Select(step => new FacePlace(home.Face, middle + step))];
        (FacePlace At, Overage Overage)[] moved = [.. corners.Select(c => isPentagon
            ? (Settled(c, resolution), Overage.None)
            : c.OnItsFace(resolution, ofCorners: true, inPentagonPart4: false))];
        var result = new List<Direction>();
        for (var i = 0; i < corners.Length; i++)
        {
            var ((at, overage), next) = (moved[i], (i + 1) % corners.Length);
            result.Add(at.OnSphere(at.Place.Center, resolution, ofCorners: true));
            if (!isOdd)
                continue;
            if (isPentagon)
                result.Add(BetweenFaces(at, moved[next].At, resolution));
            else if (moved[next].At.Face != at.Face && overage != Overage.Edge)
                result.AddRange(BetweenFaces(
                    home.Face, corners[i], corners[next], at.Face == home.Face ? moved[next].At.Face : at.Face, resolution));
        }

        return result;
    }

    /// <summary>The hexagon that a cell is on a face of the icosahedron.</summary>
    private static FacePlace Place(H3Cell cell)
    {
        var isInPentagon = cell.IsInPentagon;
        if (isInPentagon && cell.LeadingDigit == 5)
            cell = cell.Turned(clockwise: true);
        var home = H3Tables.Homes.Slice(cell.BaseCell * 4, 4);
        var place = new HexPlace(home[1], home[2], home[3]);
        var isInMiddle = place.Sum == 0 || cell.Resolution == 0;
        for (var r = 1; r <= cell.Resolution; r++)
            place = (FacePlace.IsOdd(r) ? place.Finer : place.FinerClockwise) + HexPlace.Step(cell.Digit(r));
        var at = new FacePlace(home[0], place);
        if (isInMiddle && !isInPentagon)
            return at;
        var isOdd = FacePlace.IsOdd(cell.Resolution);
        var resolution = cell.Resolution + (isOdd ? 1 : 0);
        var even = isOdd ? new FacePlace(at.Face, place.FinerClockwise) : at;
        var (moved, overage) = even.OnItsFace(resolution, ofCorners: false, isInPentagon && cell.LeadingDigit == 4);
        if (overage == Overage.None)
            return at;
        while (isInPentagon && overage != Overage.None)
            (moved, overage) = moved.OnItsFace(resolution, ofCorners: false, inPentagonPart4: false);
        return isOdd ? new(moved.Face, moved.Place.CoarserClockwise) : moved;
    }

    private static FacePlace Settled(FacePlace corner, int resolution)
    {
        var (at, overage) = corner.OnItsFace(resolution, ofCorners: true, inPentagonPart4: false);
        while (overage == Overage.NewFace)
            (at, overage) = at.OnItsFace(resolution, ofCorners: true, inPentagonPart4: false);
        return at;
    }

    /// <summary>Where an edge of a pentagon crosses from one face to the next.</summary>
    private static Direction BetweenFaces(FacePlace last, FacePlace at, int resolution)
    {
        var onLast = at.Across(FacePlace.Side(at.Face, last.Face), resolution, ofCorners: true);
        var crossing = OnFaceEdge(
            last.Place.Center, onLast.Place.Center, FacePlace.Side(onLast.Face, at.Face), resolution);
        return onLast.OnSphere(crossing, resolution, ofCorners: true);
    }

    private static IEnumerable<Direction> BetweenFaces(
        int face, FacePlace from, FacePlace to, int other, int resolution)
    {
        var (a, b) = (from.Place.Center, to.Place.Center);
        var crossing = OnFaceEdge(a, b, FacePlace.Side(face, other), resolution);
        return AreSame(a, crossing) || AreSame(b, crossing)
            ? []
            : [new FacePlace(face, default).OnSphere(crossing, resolution, ofCorners: true)];
    }

    /// <summary>Where the line through two points of a face's plane crosses one of the face's edges.</summary>
    private static (double X, double Y) OnFaceEdge(
        (double X, double Y) from, (double X, double Y) to, int side, int resolution)
    {
        var reach = FacePlace.ReachOf(resolution, ofCorners: true);
        (double X, double Y)[] corners = [(reach, 0), (-0.5 * reach, HexPlace.Height * reach), (-0.5 * reach, -HexPlace.Height * reach)];
        var (a, b) = side switch
        {
            1 => (corners[0], corners[1]),
            3 => (corners[1], corners[2]),
            _ => (corners[2], corners[0]),
        };
        var (along, edge) = ((X: to.X - from.X, Y: to.Y - from.Y), (X: b.X - a.X, Y: b.Y - a.Y));
        var share = ((edge.X * (from.Y - a.Y)) - (edge.Y * (from.X - a.X))) / ((along.X * edge.Y) - (edge.X * along.Y));
        return (from.X + (share * along.X), from.Y + (share * along.Y));
    }

    private static bool AreSame((double X, double Y) a, (double X, double Y) b) =>
        Math.Abs(a.X - b.X) < SamePoint && Math.Abs(a.Y - b.Y) < SamePoint;
}
