using FlowKernel.Cli.Composition;
using FlowKernel.Hosting;

namespace FlowKernel.Cli.Tests.Cells;

public sealed class NamedResultTests : IAsyncDisposable
{
    private const string Flows =
        "#!flowlogs --name flows\ndatatable(SrcIp:string, Bytes:long)['10.0.0.1', 5, '10.0.0.2', long(null)]";

    private readonly CellSession _session = new();

    [Fact]
    public async Task ANamedResultIsAVariableATableAndAResult()
    {
        await _session.RunAsync(Flows);
        Assert.Equal("10.0.0.1", await _session.RunAsync("flows.Where(f => f.Bytes > 1).Single().SrcIp"));
        Assert.Contains("5", await _session.RunAsync("#!flowlogs\nflows | summarize sum(Bytes)"));
        Assert.Contains("10.0.0.2", await _session.RunAsync("flows"));
        Assert.StartsWith("iVBOR", await _session.RunAsync(
            "flows.Chart(ChartKind.Column).ToMimeBundle().Text(MimeTypes.Png)"));
    }

    [Fact]
    public async Task ANameWithoutAQueryIsAMistake()
    {
        var error = await _session.ErrorOfAsync("#!flowlogs --name flows\n\n");
        Assert.Equal(
            ("FK0415: There is no query whose result could be kept as 'flows'.", "#!flowlogs --name flows"),
            (error.Sentence, error.Marked));
    }

    [Fact]
    public async Task ANameThatMeansSomethingAlreadyIsRefused()
    {
        await RefusedAsync(
            "class", "FK1102: 'class' is a word of C#, so no variable can have that name.",
            "Choose a name that says what the rows are, such as 'flows' or 'peers'.");
        await RefusedAsync("var", "FK1102: 'var' is a word of C#, so no variable can have that name.");
        await RefusedAsync("record", "FK1102: 'record' is a word of C#, so no variable can have that name.");
        await RefusedAsync("extension", "FK1102: 'extension' is a word of C#, so no variable can have that name.");
        await RefusedAsync("union", "FK1102: 'union' is a word of C#, so no variable can have that name.");
        await RefusedAsync("_", "FK1102: '_' is a word of C#, so no variable can have that name.");
        await RefusedAsync(
            "Console", "FK1103: 'Console' is a type in C#; a variable of that name would hide it.",
            "Choose another name, such as 'consoleRows'.");
        await RefusedAsync("System", "FK1103: 'System' is a namespace in C#; a variable of that name would hide it.");
        await RefusedAsync(
            "Flow",
            "FK1103: 'Flow' is what C# cells call FlowKernel's own Flow; a variable of that name would hide it.");
        await RefusedAsync(
            "print", "FK1106: 'print' is a word of KQL, so no query could name a table so.",
            "Choose another name, such as 'printRows'.");
    }

    [Fact]
    public async Task ANameThatIsTooLongIsRefused() => Assert.Equal(
        "FK1102: 'vvvvvvvvvvvvvvvvvvvv…' has 251 letters, and no variable has more than 250 here.",
        (await _session.ErrorOfAsync($"#!flowlogs --name {new string('v', 251)}\nprint 1")).Sentence);

    [Fact]
    public async Task AResultWithAVeryLongColumnIsKept()
    {
        await _session.RunAsync($"#!flowlogs --name {new string('v', 250)}\nprint {new string('c', 1000)} = 1, {new string('c', 999)}d = 2");
        Assert.Equal("2", await _session.RunAsync($"{new string('v', 250)}.First().{new string('c', 250)}_2"));
    }

    private async Task RefusedAsync(string name, string sentence, string? hint = null)
    {
        var error = await _session.ErrorOfAsync($"#!flowlogs --limit 5 --name {name}\nprint 1");
        Assert.Equal((sentence, name), (error.Sentence, error.Marked));
        Assert.Equal(hint ?? error.Hint, error.Hint);
    }

    [Fact]
    public async Task ANamedResultIsExportedAsArrow()
    {
        await _session.RunAsync(Flows);
        Assert.Equal("5", await _session.RunAsync(
            "var batch = flows.ToArrow(); ((Apache.Arrow.Int64Array)batch.Column(\"Bytes\")).GetValue(0)"));
    }

    [Fact]
    public async Task ATableOfAConnectionIsNoName()
    {
        (await _session.Workbench.ConnectAsync(new ConnectionChoice.Sample(), TestContext.Current.CancellationToken))
            .OrThrow();
        await RefusedAsync(
            "NTANetAnalytics",
            "FK1105: 'NTANetAnalytics' is a table of sample; rows kept under that name would hide it.",
            "Choose another name.");
    }

    [Fact]
    public async Task AVariableOfAnotherTypeIsReplacedWithAWarning()
    {
        await _session.RunAsync("var flows = new List<int> { 1 };");
        Assert.Equal(
            new CellMistake(
                "FK1104: 'flows' was a C# variable of type List<int>; it now holds this query's result.", "flows",
                "Give --name another name to keep both."),
            await _session.WarningOfAsync(Flows));
        Assert.Null(await _session.WarningOfAsync(Flows));
        Assert.Equal("2", await _session.RunAsync("flows.Count"));
    }

    [Fact]
    public async Task ItsTypesHideNoOthers()
    {
        await _session.RunAsync("record FlowsRow(int Mine);", Flows, "#!flowlogs --name flow\nprint n = 1");
        Assert.Equal("1", await _session.RunAsync("flow[0].n"));
        Assert.Equal("2", await _session.RunAsync("FlowResult any = flow; FlowRow none; new FlowsRow(2).Mine"));
        Assert.Equal("10.0.0.1", await _session.RunAsync("FlowsTableRow first = flows[0]; first.SrcIp"));
        await _session.RunAsync(Flows, "#!flowlogs --name flow\nprint m = 3", "first = flows[1];");
        Assert.Equal("3", await _session.RunAsync("FlowTableRow second = flow[0]; second.m"));
    }

    [Fact]
    public async Task ARowOfAQueryReadsAsItsColumns() => Assert.Equal(
        "FlowRow { a = 1, b = null, c = x, d = 2024-01-02 03:04:05 }",
        await _session.RunAsync(
            "(await Flow.Query(\"print a = 1, b = int(null), c = 'x', d = datetime(2024-01-02 03:04:05)\"))[0]"));

    [Fact]
    public async Task AResultOfOnesOwnQueryIsReplacedInSilence()
    {
        await _session.RunAsync("var flows = await Flow.Query(\"print 1\");");
        Assert.Null(await _session.WarningOfAsync(Flows));
    }

    [Fact]
    public async Task ARefusedNameKeepsTheQueryFromRunning()
    {
        var error = await _session.ErrorOfAsync("#!flowlogs recipe vm-traffic --name class --ip 10.1.1.8");
        Assert.Equal(("FK1102", "class"), (error.Sentence[..6], error.Marked));
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
