namespace FlowKernel.CSharp.Kql;

/// <summary>How a kind of string literal writes its characters.</summary>
/// <param name="LengthAt">The length of what stands for one character at an offset of the source.</param>
/// <param name="LineIndent">How much white space each line loses at its start.</param>
/// <param name="StartsLine">True when the text begins at the start of a line.</param>
internal sealed record CharUnits(Func<string, int, int> LengthAt, int LineIndent = 0, bool StartsLine = false)
{
    private const string Hex = "0123456789abcdefABCDEF";

    /// <summary>Literals with escapes.</summary>
    public static CharUnits Ordinary { get; } = new(EscapeLength);

    /// <summary>Literals with doubled quotes.</summary>
    public static CharUnits Verbatim { get; } = new((source, at) => source[at] == '"' ? 2 : 1);

    /// <summary>Literals in which every character means itself.</summary>
    public static CharUnits Raw { get; } = new((_, _) => 1);

    /// <summary>Raw literals over several lines.</summary>
    public static CharUnits RawLines(int indent, bool startsLine = true) => Raw with
    {
        LineIndent = indent, StartsLine = startsLine,
    };

    /// <summary>True where braces are doubled.</summary>
    public bool HasBraces { get; private init; }

    /// <summary>The same literals with holes, in which braces are doubled.</summary>
    public CharUnits WithBraces() => this with
    {
        HasBraces = true,
        LengthAt = (source, at) => source[at] is '{' or '}' ? 2 : LengthAt(source, at),
    };

    /// <summary>The places of the characters from an offset of the source to its end.</summary>
    /// <param name="source">The literal's source.</param>
    /// <param name="at">Where its text begins.</param>
    /// <param name="shift">The cell offset of the source.</param>
    public List<CharPlace> Places(string source, int at, int shift)
    {
        var places = new List<CharPlace>();
        if (StartsLine)
            at = SkipIndent(source, at);
        while (at < source.Length)
        {
            var length = Math.Min(LengthAt(source, at), source.Length - at);
            var place = new CharPlace(shift + at, shift + at + length);
            places.Add(place);
            // Beyond the basic plane one escape gives two characters.
            if (length == "\\U00010000".Length && !source.AsSpan(at).StartsWith("\\U0000"))
                places.Add(place);
            at += length;
            if (source[at - 1] == '\n')
                at = SkipIndent(source, at);
        }

        return places;
    }

    private int SkipIndent(string source, int at)
    {
        for (var i = 0; i < LineIndent && at < source.Length && source[at] is ' ' or '\t'; i++)
            at++;
        return at;
    }

    private static int EscapeLength(string source, int at)
    {
        if (source[at] != '\\' || at + 1 == source.Length)
            return 1;
        return source[at + 1] switch
        {
            'u' => 6,
            'U' => 10,
            'x' => 2 + HexLength(source.AsSpan(at + 2)),
            _ => 2,
        };
    }

    private static int HexLength(ReadOnlySpan<char> after)
    {
        var digits = after[..Math.Min(4, after.Length)];
        return digits.IndexOfAnyExcept(Hex) is var length and >= 0 ? length : digits.Length;
    }
}
