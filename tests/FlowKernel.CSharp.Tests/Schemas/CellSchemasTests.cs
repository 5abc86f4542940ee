using FlowKernel.CSharp.Kql;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Tests.Schemas;

public sealed class CellSchemasTests : IAsyncDisposable
{
    private const string Q = "Flow.Query(\"SrcIp:string, DestPort:int, Bytes:long, At:datetime, More:dynamic\")";
    private readonly ColumnList _columns = new();
    private readonly FlowSession _session;
    private readonly Notebook _notebook;
    private readonly CSharpCellsOptions _options;

    public CellSchemasTests()
    {
        _session = new FlowSession(_columns, new KeptTables());
        var flow = new Flow(_session, new ResultDisplay(new NoCharts()));
        _options = new CSharpCellsOptions
        {
            Globals = new Names(flow),
            Usings = [.. new CSharpCellsOptions().Usings, "FlowKernel.Session", "FlowKernel.Results"],
        };
        _notebook = new Notebook(_options with { Kql = new SessionKql(_session) });
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Theory]
    [InlineData("(await §).Column<string>(\"«SrcIpp»\")", "FK0503")]
    [InlineData("(await §).Column<long>(\"«SrcIp»\")", "FK0504")]
    [InlineData("§.WithIpDetails(\"«DestIp»\")", "FK0503")]
    [InlineData("§.WithIpDetails(\"«DestPort»\")", "FK1212")]
    [InlineData("§.On(\"columns\").Last(TimeSpan.FromDays(1)).WithTopology(\"«x»\")", "FK0503")]
    [InlineData("(await §.WithIpDetails(\"SrcIp\")).Column<string>(\"«Locatoin»\")", "FK0503")]
    [InlineData("var r = await §; r.Column<string>(\"«Src»\")", "FK0503")]
    [InlineData("const string name = \"Src\"; var r = await §; r.Column<string>(«name»)", "FK0503")]
    [InlineData("var q = §; var r = await q; r.WithIpDetails(@\"«Src»\")", "FK0503")]
    [InlineData("(await §).Chart(ChartKind.Bar, x: \"«Port»\", y: \"Bytes\")", "FK0503")]
    [InlineData("(await §).Chart(ChartKind.Bar, null, \"DestPort\", \"«bytes»\")", "FK0503")]
    [InlineData("(await §).Chart(ChartKind.Bar, series: \"«Ip»\")", "FK0503")]
    [InlineData(
        "(await §).Chart(new RenderProperties(\"bar\") { XColumn = \"SrcIp\", YColumns = [\"«B»\"] })", "FK0503")]
    [InlineData("(await §)[0][\"«Src»\"]", "FK0503")]
    [InlineData("foreach (var row in await §) Console.Write(row[\"«Src»\"]);", "FK0503")]
    [InlineData("(await §).Where(r => r.Get<long>(\"«Byte»\") > 1).Count()", "FK0503")]
    [InlineData("(await §).OrderBy(r => r[\"Bytes\"]).First().Get<int>(\"«Bytes»\")", "FK0504")]
    [InlineData("(from r in await § select r[\"«Src»\"]).ToList()", "FK0503")]
    [InlineData("(await Flow.Recipes.VmTraffic()).Column<string>(\"«x»\")", "FK0503")]
    [InlineData("Flow.Recipes.Run(\"«vm-trafic»\")", "FK0210")]
    [InlineData("Flow.Recipes.Run(\"vm-traffic\", new { «ipp = \"10.0.0.4\"» })", "FK0211")]
    [InlineData("Flow.Recipes.Run(\"vm-traffic\", new { «last = \"7d\"» })", "FK0212")]
    [InlineData("var given = new { last = 7 }; Flow.Recipes.Run(\"vm-traffic\", «given»)", "FK0212")]
    [InlineData("record A(string SrcIp, long Byts); await §.As<«A»>()", "FK1130")]
    [InlineData("record A(string SrcIp, int Bytes); (await §).As<«A»>()", "FK1131")]
    [InlineData("await §.As<«(string, int)»>()", "FK1135")]
    [InlineData("await §.As<«string»>()", "FK1134")]
    public async Task WhatDoesNotFitTheColumnsIsFoundBeforeTheCellRuns(string marked, string code)
    {
        await _session.ConnectAsync(_columns);
        marked = "var ran = true; " + marked.Replace("§", Q, StringComparison.Ordinal);
        var (cell, span) = Unmarked(marked);
        var error = (await _notebook.Run(cell)).Diagnostics.First(d => d.IsError);
        Assert.Equal((code, span), (error.Code, error.Span));
        Assert.NotNull(error.Hint);
        Assert.False(_notebook.Cells.TryGet("ran", out _, out _));
    }

    [Theory]
    [InlineData("(await §).Column<string>(\"SrcIp\")")]
    [InlineData("var name = \"SrcIp\"; (await §).Column<string>(name)")]
    [InlineData("var r = await §; r = await Flow.Query(\"Other:string\"); r.Column<string>(\"Other\")")]
    [InlineData("var r = await §; var o = await Flow.Query(\"Other:string\"); "
        + "r.Zip(o, (a, b) => b[\"Other\"]).Concat(o.Select(x => x[\"Other\"])).Count()")]
    [InlineData("var r = await §; r.SelectMany(x => new[] { x }, (x, y) => y[\"SrcIp\"]).Count()")]
    [InlineData("record A(string srcip, double? Bytes, object? At, int None = 1); (await §.As<A>())[0].None")]
    [InlineData("class B { public string SrcIp { get; set; } public long? Bytes { get; init; } } await §.As<B>()")]
    [InlineData("(await Flow.Query(\"A:string, B:long\").As<(string, decimal?)>()).Count")]
    [InlineData("(await Flow.Query(\"A:string\").As<DayOfWeek?>()).Count")]
    [InlineData("Flow.Query(\"A:dynamic, | evaluate bag_unpack(A)\").WithIpDetails(\"B\")")]
    [InlineData("Flow.Recipes.Run(\"VM-traffic\", new { ip = \"10.0.0.4\", last = TimeSpan.FromDays(1) })")]
    [InlineData("try { await Flow.Query(\"A:string\").As<IDisposable>(); } catch (Exception) { }")]
    public async Task WhatFitsOrIsNotKnownRuns(string code)
    {
        await _session.ConnectAsync(_columns);
        var outcome = await _notebook.Run(code.Replace("§", Q, StringComparison.Ordinal));
        Assert.DoesNotContain(outcome.Diagnostics, d => d.IsError);
    }

    [Fact]
    public async Task ResultsOfEarlierCellsAreKnownByWhatTheyHold()
    {
        await _session.ConnectAsync(_columns);
        await _notebook.Run($"var r = await {Q}; var q = {Q};");
        Assert.Equal("Did you mean 'SrcIp'?", (await _notebook.ErrorOf("r.Column<string>(\"SrcIpp\")")).Hint);
        Assert.Equal("FK0503", (await _notebook.ErrorOf("(await q).Column<string>(\"x\")")).Code);
        await _notebook.Run("r = await Flow.Query(\"Other:string\");");
        Assert.True((await _notebook.Run("r.Column<string>(\"Other\")")).Succeeded);
        Assert.Equal("FK0503", (await _notebook.ErrorOf("r.Column<string>(\"SrcIp\")")).Code);
    }

    [Fact]
    public async Task ACheckWithoutRunningKnowsResultsAcrossCellsToo()
    {
        await _session.ConnectAsync(_columns);
        var cells = new Dry.CSharpChecking(
            _options with { Globals = null, GlobalsType = typeof(Names) }, _ => null!)
            .Cells(_session, ".");
        Assert.Empty(await Check($"var r = await {Q};\nr.Column<string>(\"SrcIp\");"));
        Assert.Equal("FK0503", Assert.Single(await Check("r.Column<string>(\"x\");")).Code);
        Assert.Empty(await Check("r = await Flow.Query(\"x:string\");"));
        Assert.Empty(await Check("r.Column<string>(\"x\");"));

        async Task<IReadOnlyList<Diagnostic>> Check(string code) =>
            (await cells.RunAsync(code, SilentOutput.Instance, Notebook.Test)).Diagnostics;
    }

    [Fact]
    public async Task WithoutAConnectionNothingIsSaidOfColumns()
    {
        var exception = await Assert.ThrowsAsync<DiagnosticException>(
            () => _notebook.Run($"(await {Q}).Column<string>(\"x\")"));
        Assert.Equal("FK0501", exception.Diagnostics[0].Code);
    }

    private static (string Code, TextSpan Span) Unmarked(string marked)
    {
        var start = marked.IndexOf('«', StringComparison.Ordinal);
        var end = marked.IndexOf('»', StringComparison.Ordinal);
        return (marked.Remove(end, 1).Remove(start, 1), TextSpan.FromBounds(start, end - 1));
    }

    public sealed record Names(Flow Flow);

    private sealed class NoCharts : IChartRenderer
    {
        public Outcome<MimeBundle> Render(KqlTable table, RenderProperties properties) =>
            throw new InvalidOperationException();
    }
}
