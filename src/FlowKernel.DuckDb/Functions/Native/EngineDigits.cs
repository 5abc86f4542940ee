using System.Globalization;
using System.Numerics;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// The digits in which the engine writes a real inside a dynamic value: enough to read back the same, but of the numbers that
/// do, the greatest where there are ten digits or more after the point, and not always the nearest. The steps are Grisu2's
/// (F. Loitsch, Printing Floating-Point Numbers Quickly and Accurately with Integers, 2010), without its last rounding there.
/// </summary>
internal static class EngineDigits
{
    private const int LeastPower = -348;
    private const int PowerStep = 8;

    /// <summary>How many digits after the point are still rounded.</summary>
    private const int Rounded = 8;

    private static readonly (ulong Digits, int Exponent)[] Powers =
        [.. Enumerable.Range(0, 87).Select(i => Power(LeastPower + (i * PowerStep)))];

    /// <summary>The digits of a positive finite real, and the power of ten that they are multiplied by.</summary>
    public static (string Digits, int Power) Of(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var (fraction, biased) = (bits & ((1UL << 52) - 1), (int)(bits >> 52));
        var (digits, exponent) = biased == 0 ? (fraction, -1074) : (fraction | (1UL << 52), biased - 1075);
        var (upper, least) = Normal((digits << 1) + 1, exponent - 1);
        var (below, shift) = digits == 1UL << 52 ? ((digits << 2) - 1, 2) : ((digits << 1) - 1, 1);
        var lower = below << (exponent - shift - least);

        var index = ((((int)Math.Ceiling((-61 - least) * 0.30102999566398114) + 347) >> 3)) + 1;
        var power = -(LeastPower + (index * PowerStep));
        var scale = Powers[index];
        var high = Product(upper, scale.Digits) - 1;
        var delta = high - (Product(lower, scale.Digits) + 1);
        var below1 = high - Product(Normal(digits, exponent).Digits, scale.Digits);
        return Generate(high, -(least + scale.Exponent + 64), delta, below1, power);
    }

    private static (string Digits, int Power) Generate(ulong high, int point, ulong delta, ulong distance, int power)
    {
        var (one, whole) = (1UL << point, high >> point);
        var rest = high & (one - 1);
        var text = new List<char>(18);
        var left = whole.ToString(CultureInfo.InvariantCulture).Length;
        var unit = (ulong)Math.Pow(10, left - 1);
        for (; left > 0; unit /= 10)
        {
            Append(text, whole / unit);
            whole %= unit;
            left--;
            if ((whole << point) + rest <= delta)
                return (Round(text, delta, (whole << point) + rest, unit << point, distance), power + left);
        }

        while (true)
        {
            (rest, delta) = (rest * 10, delta * 10);
            Append(text, rest >> point);
            rest &= one - 1;
            left--;
            if (rest >= delta)
                continue;
            var factor = -left <= Rounded ? (ulong)Math.Pow(10, -left) : 0;
            return (Round(text, delta, rest, one, distance * factor), power + left);
        }
    }

    private static void Append(List<char> text, ulong digit)
    {
        if (digit > 0 || text.Count > 0)
            text.Add((char)('0' + digit));
    }

    /// <summary>Lowers the last digit while that comes nearer.</summary>
    private static string Round(List<char> text, ulong delta, ulong rest, ulong unit, ulong distance)
    {
        while (rest < distance && delta - rest >= unit
            && (rest + unit < distance || distance - rest > rest + unit - distance))
        {
            text[^1]--;
            rest += unit;
        }

        return string.Concat(text);
    }

    private static (ulong Digits, int Exponent) Normal(ulong digits, int exponent)
    {
        var shift = BitOperations.LeadingZeroCount(digits);
        return (digits << shift, exponent - shift);
    }

    /// <summary>The upper half of a product, rounded.</summary>
    private static ulong Product(ulong a, ulong b)
    {
        var upper = Math.BigMul(a, b, out var lower);
        return upper + (lower >> 63);
    }

    /// <summary>A power of ten as 64 binary digits and an exponent, rounded.</summary>
    private static (ulong Digits, int Exponent) Power(int ten)
    {
        var (over, under) = (BigInteger.Pow(10, Math.Max(ten, 0)), BigInteger.Pow(10, Math.Max(-ten, 0)));
        var exponent = (int)(over.GetBitLength() - under.GetBitLength()) - 64;
        var twice = Divided(exponent - 1);
        if (twice.GetBitLength() > 65)
            twice = Divided(++exponent - 1);
        var digits = (twice + 1) >> 1;
        return digits.GetBitLength() > 64 ? ((ulong)(digits >> 1), exponent + 1) : ((ulong)digits, exponent);

        BigInteger Divided(int by) => by < 0 ? (over << -by) / under : over / (under << by);
    }
}
