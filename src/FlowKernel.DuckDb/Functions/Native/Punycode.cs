using System.Text;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Punycode (https://www.rfc-editor.org/rfc/rfc3492), of texts and of the labels of domain names.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int Least = 1;
    private const int Most = 26;
    private const int Skew = 38;
    private const int Damp = 700;
    private const string Prefix = "xn--";

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Text<string>("kql_punycode_encode", Encode),
        NativeFunction.Text<string>("kql_punycode_decode", text => Decode(text)),
        NativeFunction.Text<string>("kql_punycode_encode_domain", domain => string.Join('.', Labels(domain)
            .Select(label => Ascii.IsValid(label) ? label : Prefix + Encode(label)))),
        NativeFunction.Text<string>("kql_punycode_decode_domain", DecodeDomain),
    ];

    /// <summary>The code; null where a number grows too large.</summary>
    private static string? Encode(string text)
    {
        var runes = text.EnumerateRunes().Select(r => r.Value).ToArray();
        var output = new StringBuilder(string.Concat(text.Where(char.IsAscii)));
        var basic = output.Length;
        if (basic > 0)
            output.Append('-');
        var (next, delta, bias, handled) = (128, 0L, 72, basic);
        while (handled < runes.Length)
        {
            var least = runes.Where(r => r >= next).Min();
            delta += (long)(least - next) * (handled + 1);
            if (delta > int.MaxValue)
                return null;
            next = least;
            foreach (var rune in runes)
            {
                if (rune < next)
                    delta++;
                if (rune != next)
                    continue;
                WriteNumber(output, delta, bias);
                bias = Adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }

            delta++;
            next++;
        }

        return output.ToString();
    }

    private static void WriteNumber(StringBuilder output, long number, int bias)
    {
        for (var k = Base; ; k += Base)
        {
            var threshold = Math.Clamp(k - bias, Least, Most);
            if (number < threshold)
                break;
            output.Append(Digit((int)(threshold + ((number - threshold) % (Base - threshold)))));
            number = (number - threshold) / (Base - threshold);
        }

        output.Append(Digit((int)number));
    }

    /// <summary>The text; null where the code is wrong.</summary>
    private static string? Decode(string code)
    {
        var end = code.LastIndexOf('-');
        var runes = code[..Math.Max(0, end)].Select(c => (int)c).ToList();
        if (runes.Exists(r => r > 127))
            return null;
        var (next, place, bias, at) = (128L, 0L, 72, end + 1);
        while (at < code.Length)
        {
            if (ReadNumber(code, ref at, bias) is not { } delta)
                return null;
            place += delta;
            bias = Adapt(delta, runes.Count + 1, place == delta && next == 128);
            next += place / (runes.Count + 1);
            place %= runes.Count + 1;
            if (next > 0x10FFFF || !Rune.IsValid((int)next))
                return null;
            runes.Insert((int)place++, (int)next);
        }

        return string.Concat(runes.Select(r => new Rune(r).ToString()));
    }

    private static long? ReadNumber(string code, ref int at, int bias)
    {
        var (number, weight) = (0L, 1L);
        for (var k = Base; ; k += Base)
        {
            if (at >= code.Length || ValueOf(code[at++]) is not { } digit)
                return null;
            number += digit * weight;
            var threshold = Math.Clamp(k - bias, Least, Most);
            if (digit < threshold)
                return number;
            weight *= Base - threshold;
            if (number > int.MaxValue || weight > int.MaxValue)
                return null;
        }
    }

    private static int Adapt(long delta, int count, bool first)
    {
        delta = first ? delta / Damp : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Base - Least) * Most / 2; k += Base)
            delta /= Base - Least;
        return k + (int)((Base - Least + 1) * delta / (delta + Skew));
    }

    private static string? DecodeDomain(string domain)
    {
        var labels = domain.Split('.').Select(label =>
            label.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? Decode(label[Prefix.Length..]) : label)
            .ToArray();
        return labels.Contains(null) ? null : string.Join('.', labels);
    }

    /// <summary>The labels of a domain name; the full stops of East Asia part them too.</summary>
    private static string[] Labels(string domain) => domain.Split('.', '\u3002', '\uff0e', '\uff61');

    private static char Digit(int value) => (char)(value < 26 ? 'a' + value : '0' + value - 26);

    private static int? ValueOf(char digit) => digit switch
    {
        >= 'a' and <= 'z' => digit - 'a',
        >= 'A' and <= 'Z' => digit - 'A',
        >= '0' and <= '9' => digit - '0' + 26,
        _ => null,
    };
}
