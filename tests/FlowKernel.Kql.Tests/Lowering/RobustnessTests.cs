namespace FlowKernel.Kql.Tests.Lowering;

public class RobustnessTests(KqlFixture kql)
{
    private const string Long =
        "let f = (x:long) { x + 1 }; T | where s == \"a\\\"b\" and d.k[0] > 1 // note\n| extend z = f(a), "
        + "w = case(a > 1, 'x', 'y') | join kind=leftouter (U | summarize count(), arg_max(a, *) by s) on s "
        + "| mv-expand d | parse s with 'k=' k:long | top-nested 2 of s by sum(a) | render barchart";

    private static readonly string[] Pieces =
    [
        "T", " | ", "where ", "a > 1", "extend x = ", "summarize ", "by ", "count()", "(", ")", "[", "]", "\"", "'",
        "\0", "\U0001F600", "\uD800", "d.k", "let x = ", ";", "join ", "on ", "$left.", ",", "==", "//", "\n", "```",
        "{", "}", "mv-expand ", "parse s with ", "search ", "fork ", "top-nested ", "make-series ", "as X", "lookup ",
        "dynamic(", "datetime(", "-", "1d", "in ", "project ", "*", "=>", "union ", "print ", "toscalar(", "range ",
    ];

    [Fact]
    public async Task EveryPrefixGivesDiagnosticsOrAPlan()
    {
        for (var length = 0; length <= Long.Length; length += 3)
            await CheckAndLower(Long[..length]);
    }

    [Fact]
    public async Task RandomTextGivesDiagnosticsOrAPlan()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var pieces = Enumerable.Range(0, random.Next(1, 20)).Select(_ => Pieces[random.Next(Pieces.Length)]);
            await CheckAndLower(string.Concat(pieces));
        }
    }

    [Fact]
    public async Task RandomCharactersGiveDiagnosticsOrAPlan()
    {
        var random = new Random(11);
        for (var i = 0; i < 150; i++)
        {
            var characters = Enumerable.Range(0, random.Next(1, 60)).Select(_ => (char)random.Next(1, 0x2FF));
            await CheckAndLower(string.Concat(characters));
        }
    }

    private async Task CheckAndLower(string query)
    {
        var outcome = await kql.CheckAsync(query);
        var diagnostics = outcome.Succeeded ? kql.Language.Lower(outcome.Value).Diagnostics : outcome.Diagnostics;
        Assert.All(diagnostics, d => Assert.InRange(d.Span.Start, 0, query.Length));
        Assert.All(diagnostics, d => Assert.InRange(d.Span.End, d.Span.Start, query.Length));
    }
}
