using System.Globalization;

namespace FlowKernel.DuckDb.Functions.Native.Geo.H3;

/// <summary>
/// The number of a cell of H3 (https://h3geo.org/docs/core-library/h3Indexing): resolution, base cell, and for each
/// resolution a digit of 0 to 6 that says which of seven parts comes next; unused digits are 7.
/// </summary>
internal readonly record struct H3Cell(ulong Number)
{
    /// <summary>The finest resolution.</summary>
    public const int Finest = 15;

    private const ulong AllUnused = (1UL << 45) - 1;
    private const ulong CellMode = 1UL << 59;

    private static ReadOnlySpan<byte> Counterclockwise => [0, 5, 3, 1, 6, 4, 2, 7];

    private static ReadOnlySpan<byte> Clockwise => [0, 3, 6, 2, 5, 1, 4, 7];

    /// <summary>A base cell's number at a resolution, digits yet to be filled in.</summary>
    public static H3Cell Of(int baseCell, int resolution) =>
        new(CellMode | ((ulong)resolution << 52) | ((ulong)baseCell << 45) | AllUnused);

    /// <summary>The cell of a token, or null where it is not valid.</summary>
    public static H3Cell? Read(string token) =>
        token.Length is > 0 and <= 16
        && ulong.TryParse(token, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
        && new H3Cell(number) is { IsValid: true } cell
            ? cell
            : null;

    /// <summary>The number in hexadecimal.</summary>
    public string Token => Number.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>The resolution: 0 to 15.</summary>
    public int Resolution => (int)(Number >> 52) & 15;

    /// <summary>Which of the 122 cells of resolution 0 it belongs to.</summary>
    public int BaseCell => (int)(Number >> 45) & 127;

    /// <summary>True for one of the cells of five corners.</summary>
    public bool IsPentagon => LeadingDigit == 0 && IsInPentagon;

    /// <summary>True where the base cell has five corners.</summary>
    public bool IsInPentagon => H3Tables.Pentagons.Contains((byte)BaseCell);

    /// <summary>The first digit that is not 0, or 0 if all are.</summary>
    public int LeadingDigit
    {
        get
        {
            for (var resolution = 1; resolution <= Resolution; resolution++)
            {
                if (Digit(resolution) is > 0 and var digit)
                    return digit;
            }

            return 0;
        }
    }

    private bool IsValid
    {
        get
        {
            if (Number >> 56 != 8 || BaseCell > 121)
                return false;
            for (var resolution = 1; resolution <= Finest; resolution++)
            {
                if (Digit(resolution) == 7 != (resolution > Resolution))
                    return false;
            }

            return !(IsInPentagon && LeadingDigit == 1);
        }
    }

    /// <summary>The digit of a resolution.</summary>
    public int Digit(int resolution) => (int)(Number >> Shift(resolution)) & 7;

    /// <summary>The cell with another digit at a resolution.</summary>
    public H3Cell WithDigit(int resolution, int digit) =>
        new((Number & ~(7UL << Shift(resolution))) | ((ulong)digit << Shift(resolution)));

    /// <summary>The cell with another base cell.</summary>
    public H3Cell WithBaseCell(int baseCell) => new((Number & ~(127UL << 45)) | ((ulong)baseCell << 45));

    /// <summary>The cell of a coarser resolution that holds this one.</summary>
    public H3Cell Parent(int resolution) => new(
        (Number & ~(15UL << 52)) | ((ulong)resolution << 52) | ((1UL << (3 * (Finest - resolution))) - 1));

    /// <summary>The cells of a finer resolution that this one is made of.</summary>
    public IEnumerable<H3Cell> Children(int resolution)
    {
        var next = Resolution + 1;
        if (next > resolution)
            return [this];
        var (cell, isPentagon) = (new H3Cell(Number + (1UL << 52)), IsPentagon);
        return Enumerable.Range(0, 7).Where(digit => !(isPentagon && digit == 1))
            .SelectMany(digit => cell.WithDigit(next, digit).Children(resolution));
    }

    /// <summary>The cell with its grid turned 60 degrees around the middle of the base cell.</summary>
    public H3Cell Turned(bool clockwise)
    {
        var turn = clockwise ? Clockwise : Counterclockwise;
        var cell = this;
        for (var resolution = 1; resolution <= Resolution; resolution++)
            cell = cell.WithDigit(resolution, turn[Digit(resolution)]);
        return cell;
    }

    /// <summary>The same around a pentagon, which has no part 1.</summary>
    public H3Cell TurnedInPentagon()
    {
        var turned = Turned(clockwise: false);
        return turned.LeadingDigit == 1 ? turned.Turned(clockwise: false) : turned;
    }

    /// <summary>A direction turned 60 degrees counterclockwise.</summary>
    public static int Turned(int direction) => Counterclockwise[direction];

    private static int Shift(int resolution) => 3 * (Finest - resolution);
}
