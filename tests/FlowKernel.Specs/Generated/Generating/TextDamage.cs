namespace FlowKernel.Specs.Generated.Generating;

/// <summary>Does to texts what fingers, cuts and pastes do.</summary>
internal sealed class TextDamage(Random random)
{
    private static readonly string[] Scraps =
    [
        "'", "\"", "|", "(", ")", "[", "]", ",", ";", "\0", "\n", "\\", "😀", "\ud83d", "--", "//", "|| ", " or ", "$left.",
        "9223372036854775808", "1e400", "datetime(", "dynamic({", "let x = ", "=", "..", "@'", "h\"", "```", "%", "#",
    ];

    /// <summary>One of them.</summary>
    public string Pick(IReadOnlyList<string> texts) => texts[random.Next(texts.Count)];

    /// <summary>A text with one to three wounds.</summary>
    public string Of(string text, IReadOnlyList<string> others)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
            text = Once(text, others);
        return text;
    }

    private string Once(string text, IReadOnlyList<string> others)
    {
        var (from, to) = Range(text);
        return random.Next(6) switch
        {
            0 => text[..from] + text[to..],
            1 => text[..to] + text[from..],
            2 => text[..from] + Pick(Scraps) + text[from..],
            3 => text[..from] + Pick(Scraps) + text[to..],
            4 => text[..from] + Piece(Pick(others)) + text[to..],
            _ => text + "\n| " + Piece(Pick(others)),
        };
    }

    private string Piece(string text)
    {
        var (from, to) = Range(text);
        return text[from..to];
    }

    private (int From, int To) Range(string text)
    {
        var from = random.Next(text.Length + 1);
        return (from, Math.Min(text.Length, from + random.Next(20)));
    }
}
