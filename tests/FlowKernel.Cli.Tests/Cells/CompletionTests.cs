using FlowKernel.Cli.Composition;
using FlowKernel.Notebook;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Cli.Tests.Cells;

public sealed class CompletionTests : IAsyncDisposable
{
    private readonly NotebookHandle _kernel = NotebookFactory.Create();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("#!flowlogs --param ip\nNTANetAnalytics | where SrcIp == i¦", "ip")]
    [InlineData("#!flowlogs --param ip\nNTANetAnalytics | where SrcIp == ¦", "ip")]
    [InlineData("#!flowlogs --param ip --param ports\nNTANetAnalytics | where DestPort in (¦", "ports")]
    [InlineData("#!flowlogs --param ip\n#!flowlogs --param since\nNTANetAnalytics | where TimeGenerated > ¦", "since")]
    [InlineData("#!flowlogs --param peer=ip\nNTANetAnalytics | where SrcIp == p¦", "peer")]
    [InlineData("#!flowlogs --param nowhere --param ip\nNTANetAnalytics | where SrcIp == ¦", "ip")]
    [InlineData("#!flowlogs --on nowhere --param ip\nNTANetAnalytics | where SrcIp == ¦", "ip")]
    [InlineData("#!flowlogs --param ip\nNTANetAnalytics | count\n#!flowlogs\nNTANetAnalytics | where SrcIp == ¦", "DestIp")]
    public async Task AVariableThatIsHandedOverIsProposed(string cell, string first)
    {
        await DeclareAsync();
        Assert.Equal(first, (await CompleteAsync(cell)).Items[0].Insert);
    }

    [Fact]
    public async Task HoverTellsTheTypeOfAVariableThatIsHandedOver()
    {
        await DeclareAsync();
        const string Cell = "#!flowlogs --param peer=ip --param ports\nprint peer, ports";
        Assert.Equal("`peer: string`", await HoverAsync(Cell, Cell.IndexOf("peer,", StringComparison.Ordinal)));
        Assert.Equal("`ports: dynamic`", await HoverAsync(Cell, Cell.LastIndexOf("ports", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("await Flow.Query(\"NTANetAnalytics | where FlowType == '[¦]", "IntraVNet")]
    [InlineData("await Flow.Query(\"NTANetAnalytics | where FlowType == '[Ma¦]", "MaliciousFlow")]
    [InlineData("await Flow.Query(\"NTANetAnalytics | where FlowType == '[Ma¦ny]' | count\")", "MaliciousFlow")]
    [InlineData("await Flow.Query(\"NTANetAnalytics | where FlowType == \\\"[Ma¦]\\\"\")", "MaliciousFlow")]
    [InlineData("await Flow.Query(\"NTANetAnalytics | where FlowType == [Ma¦]\")", "'MaliciousFlow'")]
    [InlineData("await Flow.Query(@\"NTANetAnalytics | where FlowType == [¦]\")", "'IntraVNet'")]
    [InlineData("await Flow.Query($\"NTANetAnalytics | where DestPort == {80} and FlowType == [¦]\")", "'IntraVNet'")]
    [InlineData("await Flow.Query(\"\"\"NTANetAnalytics | where FlowType == [¦]\"\"\")", "\"IntraVNet\"")]
    [InlineData("await Flow.Query(\"NTANetAnalytics | where SrcIp [!st¦]\")", "!startswith '")]
    [InlineData("await Flow.Query(\"NTANetAnalytics | where SrcIp == [pe¦]\", new { peer = \"10.0.0.4\" })", "peer")]
    [InlineData("await Flow.Query(\"NTANetAnalytics | where TimeGenerated > [¦]\")", "ago(")]
    public async Task KqlInsideACSharpLiteralKeepsItWhole(string marked, string first)
    {
        var list = await CompleteAsync(marked.Replace("[", "").Replace("]", ""));
        Assert.Equal(first, list.Items[0].Insert);
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        Assert.Equal(
            TextSpan.FromBounds(start, marked.IndexOf(']', StringComparison.Ordinal) - 2), list.Replace);
    }

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

    private async Task DeclareAsync()
    {
        const string Cell = "var ip = \"10.1.1.8\"; var ports = new[] { 80 }; var since = DateTime.UnixEpoch;";
        Assert.Null((await _kernel.Notebook.RunAsync(new CellRequest(Cell, 1), SilentOutput.Instance, Test)).Error);
    }

    private Task<CompletionList> CompleteAsync(string marked)
    {
        var offset = marked.IndexOf('¦', StringComparison.Ordinal);
        return _kernel.Notebook.CompleteAsync(marked.Remove(offset, 1), offset, Test);
    }

    private async Task<string?> HoverAsync(string cell, int offset) =>
        (await _kernel.Notebook.InspectAsync(cell, offset, Test))?.Text(MimeTypes.Markdown);
}
