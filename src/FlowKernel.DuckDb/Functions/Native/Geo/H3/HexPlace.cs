namespace FlowKernel.DuckDb.Functions.Native.Geo.H3;

/// <summary>
/// A hexagon of a plane grid by steps along three axes 120 degrees apart, none of them negative and one of them 0. As H3's
/// documentation names it, a grid of "aperture 7" has seven times the hexagons, turned counterclockwise or clockwise.
/// </summary>
internal readonly record struct HexPlace(int I, int J, int K)
{
    /// <summary>The height of an equilateral triangle of side 1.</summary>
    public const double Height = 0.8660254037844386467637231707529361834714;

    /// <summary>The steps to the hexagon around this one that a digit of 1 to 6 stands for; 0 is this one.</summary>
    public static HexPlace Step(int digit) => new((digit >> 2) & 1, (digit >> 1) & 1, digit & 1);

    /// <summary>The digit of one of the seven steps.</summary>
    public int Digit => (I << 2) | (J << 1) | K;

    public static HexPlace operator +(HexPlace a, HexPlace b) => Of(a.I + b.I, a.J + b.J, a.K + b.K);

    public static HexPlace operator -(HexPlace a, HexPlace b) => Of(a.I - b.I, a.J - b.J, a.K - b.K);

    public static HexPlace operator *(HexPlace a, int by) => new(a.I * by, a.J * by, a.K * by);

    /// <summary>The centre of the hexagon here, on a grid seven times as fine turned counterclockwise.</summary>
    public HexPlace Finer => Combined(new(3, 0, 1), new(1, 3, 0), new(0, 1, 3));

    /// <summary>The centre of the hexagon here, on a grid seven times as fine turned clockwise.</summary>
    public HexPlace FinerClockwise => Combined(new(3, 1, 0), new(0, 3, 1), new(1, 0, 3));

    /// <summary>The same place on a grid nine times as fine, whose hexagons have this grid's corners as centres.</summary>
    public HexPlace OfCorners =>
        Combined(new(2, 0, 1), new(1, 2, 0), new(0, 1, 2)).Combined(new(2, 1, 0), new(0, 2, 1), new(1, 0, 2));

    /// <summary>The hexagon that holds this one, of a grid whose <see cref="Finer"/> this is.</summary>
    public HexPlace Coarser => Of(Seventh((3 * (I - K)) - (J - K)), Seventh(I - K + (2 * (J - K))), 0);

    /// <summary>The hexagon that holds this one, of a grid whose <see cref="FinerClockwise"/> this is.</summary>
    public HexPlace CoarserClockwise => Of(Seventh((2 * (I - K)) + (J - K)), Seventh((3 * (J - K)) - (I - K)), 0);

    /// <summary>Turned 60 degrees around the origin, counterclockwise.</summary>
    public HexPlace Turned => Combined(new(1, 1, 0), new(0, 1, 1), new(1, 0, 1));

    /// <summary>Turned 60 degrees around the origin, clockwise.</summary>
    public HexPlace TurnedClockwise => Combined(new(1, 0, 1), new(1, 1, 0), new(0, 1, 1));

    /// <summary>How far the origin's hexagons reach to here.</summary>
    public int Sum => I + J + K;

    /// <summary>The centre in the plane.</summary>
    public (double X, double Y) Center => (I - K - (0.5 * (J - K)), (J - K) * Height);

    /// <summary>A place of any steps.</summary>
    public static HexPlace Of(int i, int j, int k)
    {
        var least = Math.Min(i, Math.Min(j, k));
        return new(i - least, j - least, k - least);
    }

    /// <summary>The hexagon that holds a point of the plane.</summary>
    public static HexPlace Of(double x, double y)
    {
        var row = Math.Abs(y) / Height;
        var column = Math.Abs(x) + (row / 2);
        var (wholeI, wholeJ) = ((int)column, (int)row);
        var (r1, r2) = (column - wholeI, row - wholeJ);
        var (i, j) = r1 < 0.5
            ? r1 < 1.0 / 3
                ? (wholeI, r2 < (1 + r1) / 2 ? wholeJ : wholeJ + 1)
                : (1 - r1 <= r2 && r2 < 2 * r1 ? wholeI + 1 : wholeI, r2 < 1 - r1 ? wholeJ : wholeJ + 1)
            : r1 < 2.0 / 3
                ? ((2 * r1) - 1 < r2 && r2 < 1 - r1 ? wholeI : wholeI + 1, r2 < 1 - r1 ? wholeJ : wholeJ + 1)
                : (wholeI + 1, r2 < r1 / 2 ? wholeJ : wholeJ + 1);
        if (x < 0)
            i = j - i;
        return y < 0 ? Of(i - j, -j, 0) : Of(i, j, 0);
    }

    private HexPlace Combined(HexPlace i, HexPlace j, HexPlace k) => Of(
        (i.I * I) + (j.I * J) + (k.I * K), (i.J * I) + (j.J * J) + (k.J * K), (i.K * I) + (j.K * J) + (k.K * K));

    private static int Seventh(int value) => (int)Math.Round(value / 7.0, MidpointRounding.AwayFromZero);
}
