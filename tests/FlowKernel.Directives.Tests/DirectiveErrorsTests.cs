using FlowKernel.Text;

namespace FlowKernel.Directives.Tests;

public sealed class DirectiveErrorsTests
{
    [Theory]
    [InlineData("#!flowlogs [--nmae] x",
        "FK0410: #!flowlogs does not know the option '--nmae' here. Did you mean '--name'?")]
    [InlineData("#!kql [conect] sample",
        "FK0410: #!flowlogs does not know the word 'conect' here. Did you mean 'connect'?")]
    [InlineData("#!flowlogs recipe [vm-trafic]",
        "FK0410: #!flowlogs does not know the word 'vm-trafic' here. Did you mean 'vm-traffic'?")]
    [InlineData("#!flowlogs [NTANetAnalytics] | take 5",
        "FK0410: #!flowlogs does not know the word 'NTANetAnalytics' here. KQL begins on the line below.")]
    [InlineData("#!flowlogs connect sample [extra]",
        "FK0410: #!flowlogs does not know the word 'extra' here. See: #!flowlogs help")]
    [InlineData("#!flowlogs --param ip [ip]",
        "FK0410: #!flowlogs does not know the word 'ip' here. See: #!flowlogs help")]
    [InlineData("#!flowlogs --name a [b] --connection b",
        "FK0410: #!flowlogs does not know the word 'b' here. See: #!flowlogs help")]
    [InlineData("#!flowlogs --last [soon]",
        "FK0411: 'soon' is not a length of time: write 7d, 12h or 30m. See: #!flowlogs help")]
    [InlineData("#!flowlogs --name last --last [last]",
        "FK0411: 'last' is not a length of time: write 7d, 12h or 30m. See: #!flowlogs help")]
    [InlineData("#!flowlogs --name [1x]",
        "FK0411: '1x' cannot be a name: it must be letters, digits and _, and begin with a letter or _. "
        + "See: #!flowlogs help")]
    [InlineData("#!flowlogs --limit [x]", "FK0411: --limit takes a whole number, not 'x'. See: #!flowlogs help")]
    [InlineData("#!flowlogs --limit [0]",
        "FK0411: --limit takes a whole number from 1 on, not '0'. See: #!flowlogs help")]
    [InlineData("#!flowlogs --limit 1 --limit [2]", "FK0411: --limit is given twice. Keep one of them.")]
    [InlineData("#!flowlogs [--name]",
        "FK0411: --name needs a value. Keep the result: as a C# variable, and as a table in later KQL cells.")]
    [InlineData("#!flowlogs [connect]",
        "FK0411: 'connect' needs one of: sample, local, workspace, kusto. See: #!flowlogs help")]
    [InlineData("#!flowlogs connect [local]",
        "FK0411: 'local' needs DIR. Write: #!flowlogs connect local DIR")]
    [InlineData("#!flowlogs connect [kusto] https://c",
        "FK0411: 'kusto' needs DATABASE. Write: #!flowlogs connect kusto URL DATABASE")]
    [InlineData("#!flowlogs [import]", "FK0411: 'import' needs PATH. Write: #!flowlogs import PATH")]
    [InlineData("#!flowlogs connect local [\"my data]",
        "FK0412: A quote is opened but not closed. Close it with '\"'.")]
    [InlineData("#!flowlogs [--name] x connect sample",
        "FK0413: 'sample' takes no --name. Write options after the command that takes them.")]
    public void AMistakePointsAtItsWord(string marked, string message)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var span = TextSpan.FromBounds(start, marked.IndexOf(']', StringComparison.Ordinal) - 1);
        var line = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var diagnostic = Assert.Single(new DirectiveLanguage().Parse(line).Diagnostics);
        Assert.Equal(message, $"{diagnostic.Code}: {diagnostic.Message} {diagnostic.Hint}");
        Assert.Equal(span, diagnostic.Span);
    }

    [Fact]
    public void AMisspeltKindOfChartIsAnsweredWithTheNearestOne() => Assert.Equal(
        "'columchart' is not a kind of chart: did you mean 'columnchart'?",
        new DirectiveLanguage().Parse("#!flowlogs --chart columchart").Diagnostics[0].Message);

    [Fact]
    public void AnUnknownKindOfChartIsAnsweredWithTheKinds() =>
        Assert.StartsWith(
            "'pi' is not a kind of chart: write one of table, columnchart, ",
            new DirectiveLanguage().Parse("#!flowlogs --chart pi").Diagnostics[0].Message,
            StringComparison.Ordinal);
}
