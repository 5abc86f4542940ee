using System.Globalization;
using System.Numerics;

namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>
/// Cells of S2 (https://s2geometry.io/devguide/s2cell_hierarchy): six faces of a cube, each cut in four again and again,
/// numbered along a Hilbert curve. A cell's token is its number in hexadecimal without the zeros at its end.
/// </summary>
internal static class S2Cells
{
    private const int Deepest = 30;
    private const int Size = 1 << Deepest;

    /// <summary>Which quarter comes at a place of the curve, by orientation: bit 1 is the column, bit 0 the row.</summary>
    private static readonly int[][] Quarters = [[0, 1, 3, 2], [0, 2, 3, 1], [3, 2, 0, 1], [3, 1, 0, 2]];

    /// <summary>How a place of the curve turns its quarter: 1 swaps the axes, 2 turns both around.</summary>
    private static readonly int[] Turns = [1, 0, 0, 3];

    /// <summary>The steps to the cells around one, in the order that the engine lists them.</summary>
    private static readonly (int I, int J)[] Around =
        [(1, 1), (1, 0), (-1, 0), (0, -1), (-1, 1), (1, -1), (0, 1), (-1, -1)];

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Text<double, double, long>("kql_s2cell", (longitude, latitude, level) =>
            Direction.Exists(longitude, latitude) && level is >= 0 and <= Deepest
                ? Token(Above(Leaf(Direction.Of(longitude, latitude)), (int)level))
                : null),
        NativeFunction.Json<string>("kql_s2cell_center",
            token => Read(token) is { } cell ? GeoJson.Point(Center(cell)) : null),
        NativeFunction.Json<string>("kql_s2cell_polygon", token => Read(token) is { } cell
            ? GeoJson.Polygon([.. Rectangle(cell).Corners.Select(c => (c.Longitude, c.Latitude))])
            : null),
        NativeFunction.Json<string>("kql_s2cell_neighbors", token => Read(token) is { } cell
            ? JsonText.ArrayOfTexts(Neighbors(cell).Select(n => JsonText.Quote(Token(n))))
            : null),
    ];

    /// <summary>A cell's token.</summary>
    public static string Token(ulong cell) => cell == 0 ? "X"
        : cell.ToString("x16", CultureInfo.InvariantCulture).TrimEnd('0');

    private static ulong? Read(string token)
    {
        if (token.Length is 0 or > 16 || !ulong.TryParse(
            token.PadRight(16, '0'), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var cell))
            return null;
        return cell >> 61 < 6 && (Lowest(cell) & 0x1555555555555555) != 0 ? cell : null;
    }

    private static ulong Lowest(ulong cell) => cell & (0 - cell);

    private static int Level(ulong cell) => Deepest - (BitOperations.TrailingZeroCount(cell) / 2);

    private static ulong Above(ulong cell, int level)
    {
        var lowest = 1UL << (2 * (Deepest - level));
        return (cell & (0 - lowest)) | lowest;
    }

    /// <summary>The cell of the deepest level that holds a place.</summary>
    public static ulong Leaf(Direction place)
    {
        var (face, u, v) = Project(place);
        return Number(face, Index(u), Index(v));
    }

    /// <summary>The cell of the deepest level.</summary>
    private static ulong Number(int face, int i, int j)
    {
        var number = (ulong)face;
        var orientation = face & 1;
        for (var bit = Deepest - 1; bit >= 0; bit--)
        {
            var place = Array.IndexOf(Quarters[orientation], (((i >> bit) & 1) << 1) | ((j >> bit) & 1));
            number = (number << 2) | (uint)place;
            orientation ^= Turns[place];
        }

        return (number << 1) | 1;
    }

    /// <summary>The face of a cell, and column and row of its first leaf.</summary>
    private static (int Face, int I, int J) Place(ulong cell)
    {
        var (face, i, j) = ((int)(cell >> 61), 0, 0);
        var orientation = face & 1;
        for (var bit = Deepest - 1; bit >= Deepest - Level(cell); bit--)
        {
            var place = (int)(cell >> ((2 * bit) + 1)) & 3;
            var quarter = Quarters[orientation][place];
            i |= (quarter >> 1) << bit;
            j |= (quarter & 1) << bit;
            orientation ^= Turns[place];
        }

        return (face, i, j);
    }

    private static (int Face, double U, double V) Project(Direction p)
    {
        var (x, y, z) = (Math.Abs(p.X), Math.Abs(p.Y), Math.Abs(p.Z));
        var axis = x > y ? (x > z ? 0 : 2) : y > z ? 1 : 2;
        var face = axis + ((axis == 0 ? p.X : axis == 1 ? p.Y : p.Z) < 0 ? 3 : 0);
        return face switch
        {
            0 => (0, p.Y / p.X, p.Z / p.X),
            1 => (1, -p.X / p.Y, p.Z / p.Y),
            2 => (2, -p.X / p.Z, -p.Y / p.Z),
            3 => (3, p.Z / p.X, p.Y / p.X),
            4 => (4, p.Z / p.Y, -p.X / p.Y),
            _ => (5, -p.Y / p.Z, -p.X / p.Z),
        };
    }

    /// <summary>The place of a point on the plane of a face.</summary>
    public static Direction Unproject(int face, double u, double v) => (face switch
    {
        0 => new Direction(1, u, v),
        1 => new Direction(-u, 1, v),
        2 => new Direction(-u, -v, 1),
        3 => new Direction(-1, -v, -u),
        4 => new Direction(v, -1, -u),
        _ => new Direction(v, u, -1),
    }).Unit;

    /// <summary>The quadratic map that makes cells about equally large.</summary>
    private static double FromShare(double s) => s >= 0.5 ? ((4 * s * s) - 1) / 3 : (1 - (4 * (1 - s) * (1 - s))) / 3;

    private static double ToShare(double u) =>
        u >= 0 ? 0.5 * Math.Sqrt(1 + (3 * u)) : 1 - (0.5 * Math.Sqrt(1 - (3 * u)));

    private static int Index(double u) => (int)Math.Clamp(Math.Floor(Size * ToShare(u)), 0, Size - 1);

    /// <summary>A place as x, y and z of a face, whose plane lies at z = 1.</summary>
    public static Direction OnFace(int face, Direction p) => face switch
    {
        0 => new(p.Y, p.Z, p.X),
        1 => new(-p.X, p.Z, p.Y),
        2 => new(-p.X, -p.Y, p.Z),
        3 => new(-p.Z, -p.Y, -p.X),
        4 => new(-p.Z, p.X, -p.Y),
        _ => new(p.Y, p.X, -p.Z),
    };

    /// <summary>The four parts of a cell along the curve.</summary>
    public static ulong[] Children(ulong cell)
    {
        var step = Lowest(cell) >> 2;
        return [cell - (3 * step), cell - step, cell + step, cell + (3 * step)];
    }

    /// <summary>A cell on the plane of its face.</summary>
    public static S2Rectangle Rectangle(ulong cell)
    {
        var (face, i, j) = Place(cell);
        var side = 1 << (Deepest - Level(cell));
        return new(face, FromShare((double)i / Size), FromShare((double)j / Size),
            FromShare((i + (double)side) / Size), FromShare((j + (double)side) / Size));
    }

    /// <summary>The middle of a cell.</summary>
    public static Direction Center(ulong cell)
    {
        var (face, i, j) = Place(cell);
        var half = (1 << (Deepest - Level(cell))) / 2.0;
        return Unproject(face, FromShare((i + half) / Size), FromShare((j + half) / Size));
    }

    /// <summary>The cells around one, on its level; around a corner of the cube there are seven.</summary>
    private static IEnumerable<ulong> Neighbors(ulong cell)
    {
        var (face, i, j) = Place(cell);
        var (level, side) = (Level(cell), 1 << (Deepest - Level(cell)));
        var seen = new HashSet<ulong> { cell };
        foreach (var (di, dj) in Around)
        {
            var neighbor = Above(Wrapped(face, i + (di * side) + (side / 2), j + (dj * side) + (side / 2)), level);
            if (seen.Add(neighbor))
                yield return neighbor;
        }
    }

    /// <summary>A leaf that may lie beyond the edge of its face.</summary>
    private static ulong Wrapped(int face, int i, int j)
    {
        if (i is >= 0 and < Size && j is >= 0 and < Size)
            return Number(face, i, j);
        const double beyond = 1 + (1.0 / Size);
        var u = Math.Clamp((2.0 * i + 1 - Size) / Size, -beyond, beyond);
        var v = Math.Clamp((2.0 * j + 1 - Size) / Size, -beyond, beyond);
        var (next, x, y) = Project(Unproject(face, u, v));
        return Number(next, Straight(x), Straight(y));
    }

    /// <summary>Column or row where cells are taken for equally wide.</summary>
    private static int Straight(double u) => (int)Math.Clamp(Math.Floor(Size * 0.5 * (u + 1)), 0, Size - 1);
}
