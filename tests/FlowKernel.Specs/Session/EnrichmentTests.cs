using FlowKernel.Diagnostics;
using FlowKernel.DuckDb;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Kql;
using FlowKernel.Notebook;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Session.Enrichment;

namespace FlowKernel.Specs.Session;

/// <summary>The enrichment helpers against small tables, on the embedded engine.</summary>
public sealed class EnrichmentTests : IAsyncDisposable
{
    private readonly KqlLanguage _language = new();
    private readonly FlowSession _session;
    private readonly Flow _flow;

    public EnrichmentTests()
    {
        _session = new FlowSession(_language, new KeptTables());
        _flow = new Flow(_session, new ResultDisplay(new NoCharts()));
    }

    [Fact]
    public async Task SeveralEntriesOfAnAddressDoNotMultiplyRowsAndTheNewestCounts()
    {
        await PrepareAsync();
        var rows = await _flow
            .Query("datatable(DestIp:string, Bytes:long) ['8.8.8.8', 10, '10.1.1.8', 5]")
            .WithIpDetails("DestIp");
        Assert.Equal(
            ["8.8.8.8|10|New owner|DE|C2|bad", "10.1.1.8|5||||"],
            rows.OrderByDescending(r => r.Get<long>("Bytes")).Select(Text));
    }

    [Fact]
    public async Task TheLongestPrefixNamesTheSubnetAndTheInterfaceTheMachine()
    {
        await PrepareAsync();
        var rows = await _flow
            .Query("datatable(SrcIp:string) ['10.1.1.8', '10.1.9.9', '10.1.1.40', '8.8.8.8', '']")
            .WithTopology("SrcIp");
        Assert.Equal(
            [
                "10.1.1.8|g/n/small|west|g/vm8", "10.1.9.9|g/n/large|east|", "10.1.1.40|g/n/second|west|", "8.8.8.8|||",
                "|||",
            ],
            rows.Select(Text).OrderBy(t => Array.IndexOf(Order, t.Split('|')[0])));
    }

    [Fact]
    public async Task RowsKeepTheOrderOfTheQuery()
    {
        await PrepareAsync();
        var rows = await _flow
            .Query("range RowOrder from 1 to 500 step 1 | extend SrcIp = strcat('10.1.1.', RowOrder % 60) | sort by RowOrder desc")
            .WithIpDetails("SrcIp").WithTopology("SrcIp");
        Assert.Equal(Enumerable.Range(1, 500).Reverse().Select(n => (long)n), rows.Select(r => r.Get<long>("RowOrder")));
        Assert.Equal(["RowOrder", "SrcIp"], rows.Table.Columns.Take(2).Select(c => c.Name));
    }

    [Fact]
    public async Task BothMayFollowEachOtherAndKeepTheRender()
    {
        await PrepareAsync();
        var query = _flow
            .Query(
                "let top = 1; datatable(DestIp:string, Bytes:long) ['8.8.8.8', 10] | take top // all\n"
                + "| render piechart")
            .WithIpDetails("DestIp").WithTopology("DestIp");
        var result = await query;
        Assert.Equal("piechart", result.Result.Render?.Visualization);
        Assert.Equal("8.8.8.8|10|New owner|DE|C2|bad|||", Text(result[0]));
        Assert.Contains("| lookup kind=leftouter", await query.ToKqlAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("print Ip = '8.8.8.8'")]
    [InlineData("print Location = 1, Ip = '8.8.8.8', Subnet = 2, Location1 = 3")]
    public async Task TheColumnsThatAreAddedAreKnownWithoutAsking(string kql)
    {
        await PrepareAsync();
        var cancellation = TestContext.Current.CancellationToken;
        var plain = await _flow.Query(kql).ColumnsAsync(cancellation);
        Assert.Equal(
            await _flow.Query(kql).WithIpDetails("Ip").ColumnsAsync(cancellation),
            Enrichments.Find(nameof(FlowQuery.WithIpDetails))!.AddTo(plain));
        Assert.Equal(
            await _flow.Query(kql).WithTopology("Ip").ColumnsAsync(cancellation),
            Enrichments.Find(nameof(FlowQuery.WithTopology))!.AddTo(plain));
    }

    [Fact]
    public async Task AColumnThatIsNotThereIsNamed()
    {
        await PrepareAsync();
        var error = await Assert.ThrowsAsync<DiagnosticException>(
            async () => await _flow.Query("print A = 'x'").WithIpDetails("Ip"));
        Assert.Equal("FK0503: The result has no column 'Ip'. Its columns are: A.", error.Message);
    }

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        _language.Dispose();
    }

    private static readonly string[] Order = ["10.1.1.8", "10.1.9.9", "10.1.1.40", "8.8.8.8", ""];

    private static string Text(FlowRow row) =>
        string.Join('|', row.Table.Columns.Select(c => row[c.Name]?.ToString()));

    private async Task PrepareAsync()
    {
        await _session.ConnectAsync(new EmbeddedConnection(
            "none", _language, NoTables.Instance, _session.Kept, TimeProvider.System));
        await KeepAsync("NTAIpDetails", """
            datatable(TimeGenerated:datetime, Ip:string, PublicIpDetails:string, Location:string,
                ThreatType:string, ThreatDescription:string)
            [
                datetime(2024-04-01), "8.8.8.8", "Old owner", "US", "", "",
                datetime(2024-04-03), "8.8.8.8", "New owner", "DE", "C2", "bad",
                datetime(2024-04-02), "8.8.8.8", "Other owner", "FR", "", "",
            ]
            """);
        await KeepAsync("NTATopologyDetails", """
            datatable(TimeGenerated:datetime, AzureResourceType:string, Name:string, AddressPrefixes:string,
                Region:string, PrivateIpAddresses:string, VirtualMachine:string)
            [
                datetime(2024-04-01), "Subnetwork", "g/n/large", "10.1.0.0/16", "east", "", "",
                datetime(2024-04-02), "Subnetwork", "g/n/large", "10.1.0.0/16", "east", "", "",
                datetime(2024-04-01), "Subnetwork", "g/n/small", "10.1.1.0/27", "west", "", "",
                datetime(2024-04-01), "Subnetwork", "g/n/second", "10.2.0.0/24 10.1.1.32/27", "west", "", "",
                datetime(2024-04-01), "NetworkInterface", "g/nic8", "", "", "10.1.1.8 10.1.1.9", "g/vm8",
                datetime(2024-04-02), "NetworkInterface", "g/nic8", "", "", "10.1.1.8 10.1.1.9", "g/vm8",
            ]
            """);
    }

    private async Task KeepAsync(string name, string kql) => _flow.Keep(name, await _flow.Query(kql));

    private sealed class NoCharts : IChartRenderer
    {
        public Outcome<MimeBundle> Render(KqlTable table, RenderProperties properties) =>
            throw new InvalidOperationException("Nothing is drawn here.");
    }
}
