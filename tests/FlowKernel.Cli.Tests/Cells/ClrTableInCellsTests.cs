namespace FlowKernel.Cli.Tests.Cells;

public sealed class ClrTableInCellsTests(CellSession session) : IClassFixture<CellSession>
{
    private const string Traffic =
        "datatable(Ip:string, Bytes:long)['10.0.0.1', 5, '10.0.0.2', 7, '10.0.0.3', 9]";

    [Fact]
    public async Task ATableOfRecordsIsJoined()
    {
        await session.RunAsync(
            "record Suspect(IPAddress Ip, string Why, DateTimeOffset Since);",
            "var list = new List<Suspect> { new(IPAddress.Parse(\"10.0.0.2\"), \"scan\", DateTimeOffset.UnixEpoch) };",
            "Flow.Table(\"suspects\", list)");
        Assert.Equal(
            "7  scan  1970-01-01 00:00:00",
            await LastLineAsync($"{Traffic} | join kind=inner suspects on Ip | project Bytes, Why, Since"));
    }

    [Fact]
    public async Task ATableOfSingleValuesStandsInIn()
    {
        await session.RunAsync("Flow.Table(\"ips\", new[] { \"10.0.0.3\" });");
        Assert.Equal("9", await LastLineAsync($"{Traffic} | where Ip in (ips) | project Bytes"));
    }

    [Fact]
    public async Task ItsColumnsAreChecked()
    {
        await session.RunAsync("Flow.Table(\"hosts\", new[] { (\"a\", 1) }, \"Host\", \"Port\");");
        var error = await session.ErrorOfAsync("#!flowlogs\nhosts | where Prt > 0");
        Assert.Equal(
            ("KS142: The name 'Prt' does not refer to any known column, table, variable or function.", "Prt"),
            (error.Sentence, error.Marked));
        Assert.Equal("Did you mean 'Port'?", error.Hint);
    }

    [Fact]
    public async Task AQueryInTheSameCellSeesItsColumns()
    {
        Assert.Equal("1", await session.RunAsync(
            "Flow.Table(\"now1\", new[] { new { N = 1 } }); (await Flow.Query(\"now1 | where N > 0\")).Count"));
        var error = await session.ErrorOfAsync(
            "Flow.Table(\"now2\", new[] { new { N = 1 } }); (await Flow.Query(\"now2 | where M > 0\")).Count");
        Assert.Equal("M", error.Marked);
    }

    [Fact]
    public async Task TheNamesOfTuplePartsAreColumns()
    {
        Assert.Equal("1", await session.RunAsync(
            "Flow.Table(\"pairs\", new[] { (ip: \"10.0.0.1\", 5) });"
            + "(await Flow.Query(\"pairs | where ip has '10' and Item2 == 5\")).Count"));
        Assert.Equal("10.0.0.1:5", await LastLineAsync("pairs | project strcat(ip, ':', Item2)"));
    }

    [Fact]
    public async Task RowsPickedFromANamedResultKeepTheirRealColumnNames()
    {
        await session.RunAsync(
            "#!flowlogs --name odd\nprint ['Total Bytes'] = 5 | union (print ['Total Bytes'] = 1)",
            "Flow.Table(\"big\", odd.Where(o => o.Total_Bytes > 2));");
        Assert.Equal("5", await LastLineAsync("big | project ['Total Bytes']"));
    }

    [Fact]
    public async Task RowsThatAreNoTableAreADiagnosticAtTheCall()
    {
        var error = await session.ErrorOfAsync("Flow.Table(\"bad\", new[] { new object() });");
        Assert.StartsWith("FK1121: Rows of type object have no columns", error.Sentence);
    }

    [Fact]
    public async Task ADecimalThatLocalQueriesDoNotHoldIsNamed()
    {
        const string Sentence =
            "FK0145: The column 'Size' of the kept table 'huge' holds 18446744073709551615: "
            + "decimals have at most 18 digits before the point here.";
        await session.RunAsync("Flow.Table(\"huge\", new[] { new { Size = ulong.MaxValue } });");
        Assert.Equal(Sentence, (await session.ErrorOfAsync("#!flowlogs\nhuge")).Sentence);
        Assert.Equal(Sentence, (await session.ErrorOfAsync("await Flow.Query(\"huge | count\")")).Sentence);
        await session.RunAsync("Flow.Table(\"huge\", new[] { new { Size = 999999999999999999.5m } });");
        Assert.Equal("999999999999999999.5", await LastLineAsync("huge"));
    }

    [Fact]
    public async Task ResultsAreReadAsRecords()
    {
        await session.RunAsync("record Peer(IPAddress Ip, double Bytes);");
        Assert.Equal("10.0.0.3", await session.RunAsync(
            $"(await Flow.Query(\"{Traffic}\").As<Peer>()).MaxBy(p => p.Bytes).Ip"));
        var error = await session.ErrorOfAsync($"await Flow.Query(\"{Traffic} | project Ip\").As<Peer>()");
        Assert.StartsWith("FK1130: Peer.Bytes has no column 'Bytes' in the result.", error.Sentence);
    }

    private async Task<string> LastLineAsync(string kql) =>
        (await session.RunAsync("#!flowlogs\n" + kql)).Split('\n')[2].Trim();
}
