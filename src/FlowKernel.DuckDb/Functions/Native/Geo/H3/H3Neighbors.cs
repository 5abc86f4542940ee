namespace FlowKernel.DuckDb.Functions.Native.Geo.H3;

/// <summary>The cells around a cell (https://h3geo.org/docs/api/traversal).</summary>
internal static class H3Neighbors
{
    private const int Ik = 5;
    private const int Jk = 3;

    /// <summary>The directions of a walk around a cell, which begins with a step in direction 4.</summary>
    private static ReadOnlySpan<byte> AroundRing => [2, 3, 1, 5, 4, 6];

    private static ReadOnlySpan<byte> NewDigitOdd =>
    [
        0, 1, 2, 3, 4, 5, 6, 1, 4, 3, 6, 5, 2, 0, 2, 3, 1, 4, 6, 0, 5, 3, 6, 4, 5, 0, 1, 2,
        4, 5, 6, 0, 2, 3, 1, 5, 2, 0, 1, 3, 6, 4, 6, 0, 5, 2, 1, 4, 3,
    ];

    private static ReadOnlySpan<byte> CarryOdd =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 5, 0, 0, 0, 2, 3, 0, 0, 2, 0, 1, 3, 3, 0, 0, 0,
        0, 0, 0, 0, 4, 4, 6, 0, 5, 0, 0, 4, 5, 0, 0, 0, 2, 0, 6, 0, 6,
    ];

    private static ReadOnlySpan<byte> NewDigitEven =>
    [
        0, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 0, 2, 3, 4, 5, 6, 0, 1, 3, 4, 5, 6, 0, 1, 2,
        4, 5, 6, 0, 1, 2, 3, 5, 6, 0, 1, 2, 3, 4, 6, 0, 1, 2, 3, 4, 5,
    ];

    private static ReadOnlySpan<byte> CarryEven =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 2, 2, 0, 0, 6, 0, 3, 2, 3, 0, 0, 0,
        0, 0, 0, 0, 4, 5, 4, 0, 1, 0, 0, 5, 5, 0, 0, 0, 6, 0, 4, 0, 6,
    ];

    /// <summary>The six cells around a cell, five around a pentagon, in the order of their directions.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="directions">Directions of 1 to 6.</param>
    public static IEnumerable<H3Cell> Around(H3Cell cell, IEnumerable<int> directions) =>
        directions.Select(direction => Step(cell, direction, 0)).OfType<(H3Cell Cell, int Turns)>().Select(s => s.Cell).Distinct();

    /// <summary>The cells at each distance from 0 on; those at one distance in a walk around the cell.</summary>
    public static List<List<H3Cell>> Rings(H3Cell cell, int distance) => Walk(cell, distance) ?? Spread(cell, distance);

    /// <summary>Ring by ring along straight lines, or null where a pentagon is in the way.</summary>
    private static List<List<H3Cell>>? Walk(H3Cell cell, int distance)
    {
        List<List<H3Cell>> rings = [[cell]];
        var (at, turns) = (cell, 0);
        for (var ring = 1; ring <= distance; ring++)
        {
            if (at.IsPentagon || Step(at, 4, turns) is not { } first)
                return null;
            (at, turns) = first;
            var cells = new List<H3Cell>();
            for (var step = 0; step < 6 * ring; step++)
            {
                if (at.IsPentagon || Step(at, AroundRing[step / ring], turns) is not { } next)
                    return null;
                (at, turns) = next;
                cells.Add(at);
            }

            rings.Add(cells);
        }

        return at.IsPentagon ? null : rings;
    }

    private static List<List<H3Cell>> Spread(H3Cell cell, int distance)
    {
        List<List<H3Cell>> rings = [[cell]];
        HashSet<H3Cell> seen = [cell];
        for (var ring = 1; ring <= distance; ring++)
            rings.Add([.. rings[^1].SelectMany(c => Around(c, [2, 3, 1, 5, 4, 6])).Where(seen.Add)]);
        return rings;
    }

    /// <summary>
    /// The cell next to one in a direction turned some times counterclockwise, and how much its grid is turned to the first's;
    /// null where a pentagon has none there.
    /// </summary>
    private static (H3Cell Cell, int Turns)? Step(H3Cell cell, int direction, int turns)
    {
        for (var i = 0; i < turns; i++)
            direction = H3Cell.Turned(direction);
        var (at, oldBase, oldLeading, newTurns) = (cell, cell.BaseCell, cell.LeadingDigit, 0);
        for (var resolution = cell.Resolution; direction != 0; resolution--)
        {
            if (resolution == 0)
            {
                (at, turns, newTurns) = ToBaseCell(at, direction, turns);
                break;
            }

            var (isOdd, index) = (FacePlace.IsOdd(resolution), (at.Digit(resolution) * 7) + direction);
            at = at.WithDigit(resolution, (isOdd ? NewDigitOdd : NewDigitEven)[index]);
            direction = (isOdd ? CarryOdd : CarryEven)[index];
        }

        if (!at.IsInPentagon)
        {
            for (var i = 0; i < newTurns; i++)
                at = at.Turned(clockwise: false);
            return (at, (turns + newTurns) % 6);
        }

        var isOut = false;
        if (at.LeadingDigit == 1)
        {
            if (oldBase != at.BaseCell)
            {
                at = at.Turned(H3Grid.IsClockwise(at.BaseCell, H3Tables.Homes[oldBase * 4]));
                isOut = true;
            }
            else if (oldLeading is Jk or Ik)
            {
                at = at.Turned(clockwise: oldLeading == Ik);
                turns += oldLeading == Ik ? 5 : 1;
            }
            else
            {
                return null;
            }
        }

        for (var i = 0; i < newTurns; i++)
            at = at.TurnedInPentagon();
        if (oldBase != at.BaseCell && IsTurnedOnceMore(at, oldBase, isOut))
            turns++;
        return (at, (turns + newTurns) % 6);
    }

    private static (H3Cell Cell, int Turns, int NewTurns) ToBaseCell(H3Cell cell, int direction, int turns)
    {
        var row = cell.BaseCell * 7;
        if (H3Tables.Neighbors[row + direction] is not H3Tables.NoCell and var next)
            return (cell.WithBaseCell(next), turns, H3Tables.NeighborTurns[row + direction]);
        return (cell.WithBaseCell(H3Tables.Neighbors[row + Ik]).Turned(clockwise: false), turns + 1,
            H3Tables.NeighborTurns[row + Ik]);
    }

    private static bool IsTurnedOnceMore(H3Cell cell, int oldBase, bool isOut) =>
        cell.BaseCell is 4 or 117
            ? oldBase is not (118 or 8) && cell.LeadingDigit != Jk
            : cell.LeadingDigit == Ik && !isOut;
}
