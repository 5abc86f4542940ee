using FlowKernel.DuckDb.Store;
using FlowKernel.FlowLogs.Enrichment;
using static FlowKernel.DuckDb.Tests.Store.FlowLogText;

namespace FlowKernel.DuckDb.Tests.Store;

public sealed class FlowImporterTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RecordBecomesRowsWithPacketsAndBytesConserved()
    {
        var blob = _folder.File("logs/" + BlobFolder + "PT1H.json", Record(Outbound, Inbound));

        var report = await _folder.Import(blob);

        Assert.Equal((1, 1L), (report.Sources, report.Records));
        Assert.Equal(new TrafficTotals(22, 2940, 7), report.Read);
        Assert.Equal(new TrafficTotals(22, 2940, 2), report.Written);
        Assert.Equal(
            [
                "2024-03-14 10:00:00|10.1.1.70|10.1.1.4|80|T|http|Outbound|Allowed|55490|2|2|9|7|1160|1344",
                "2024-03-14 10:00:00|172.214.106.161|10.1.1.70|80|T|http|Inbound|Allowed|44825 44827|1|2|2|4|204|232",
            ],
            _folder.Rows("NTANetAnalytics", """
                SELECT TimeGenerated, SrcIp, DestIp, DestPort, L4Protocol, L7Protocol, FlowDirection, FlowStatus,
                  replace(SrcPorts, '|', ' '), AllowedInFlows + AllowedOutFlows, CompletedFlows,
                  PacketsSrcToDest, PacketsDestToSrc, BytesSrcToDest, BytesDestToSrc FROM TABLE ORDER BY SrcIp
                """));
    }

    [Fact]
    public async Task ColumnsThatFollowFromTheRecordAreFilled()
    {
        await _folder.Import(_folder.File("PT1H.json", Record(Inbound)));

        Assert.Equal(
            [
                "FlowLog|3|NTANetAnalytics|nw/nw1/f|s1/flowlogs/spoke1|VirtualNetwork|a43a8170|DefaultRule|"
                + "6045BDBA5272|ExternalPublic|Unencrypted||null|172.214.106.161 1 2 2 4 204 232",
            ],
            _folder.Rows("NTANetAnalytics", """
                SELECT SubType, FaSchemaVersion, Type, FlowLogResourceId, TargetResourceId, TargetResourceType,
                  AclGroup, AclRule, MacAddress, FlowType, FlowEncryption, NsgList, _BilledSize,
                  replace(SrcPublicIps, '|', ' ') FROM TABLE
                """));
    }

    [Fact]
    public async Task RealRecordImportsAsItIs()
    {
        var path = RealRecord();
        Assert.SkipWhen(path is null, "The published record is not on this machine.");

        var report = await _folder.Import(path!);

        Assert.Equal((0L, 0L), (report.FindingCount, report.TuplesSetAside));
        Assert.Equal(29, report.Read.Rows);
        Assert.Equal((report.Read.Packets, report.Read.Bytes), (report.Written.Packets, report.Written.Bytes));
        Assert.Equal(
            [
                "UnknownPrivate|10.1.1.70|10.1.1.4|18|14|2320|2688",
                "ExternalPublic|172.214.106.161|10.1.1.70|10|20|1020|1160",
            ],
            _folder.Rows("NTANetAnalytics", """
                SELECT FlowType, SrcIp, DestIp, PacketsSrcToDest, PacketsDestToSrc, BytesSrcToDest, BytesDestToSrc
                FROM TABLE ORDER BY SrcIp
                """));
    }

    [Fact]
    public async Task ManyBlobsOfSeveralDaysMakeAPartADay()
    {
        for (var i = 0; i < 40; i++)
        {
            var time = 1710413935827 + (i % 4 * 86_400_000L);
            _folder.File($"logs/{i}.json", Blob(Record([$"{time},10.1.1.70,10.1.1.{i},1,80,6,O,E,NX,1,100,1,100"])));
        }

        var report = await _folder.Import(_folder.At("logs"));

        Assert.Equal((40, 40L, 8000L), (report.Sources, report.Written.Rows, report.Written.Bytes));
        Assert.Equal(4, report.Store.Parts.Count(p => p.Table == "NTANetAnalytics"));
        Assert.All(
            report.Store.Parts, p => Assert.True(File.Exists(Path.Combine([_folder.Data, .. p.Path.Split('/')]))));
    }

    [Fact]
    public async Task PackedStoresFoldPublicPeersAndConserveBytes()
    {
        string[] tuples =
        [
            .. Outbound,
            "1710413941978,10.1.1.70,203.0.114.1,1,443,6,O,E,NX,1,100,2,200",
            "1710413941978,10.1.1.70,203.0.114.2,2,443,6,O,E,NX,3,300,4,400",
        ];

        var report = await _folder.Import(
            new ImportOptions { Settings = new() { PublicPeers = PublicPeers.Pack } },
            _folder.File("a.json", Blob(Record(tuples))));

        Assert.Equal((report.Read.Packets, report.Read.Bytes), (report.Written.Packets, report.Written.Bytes));
        Assert.Equal(["10.1.1.70||null|203.0.114.1/0/1/1/2/100/200 203.0.114.2/0/1/3/4/300/400|400|600"], _folder.Rows(
            "NTANetAnalytics",
            "SELECT SrcIp, DestIp, DestIp__ip4, replace(DestPublicIps, '|', '/'), BytesSrcToDest, BytesDestToSrc " +
            "FROM TABLE WHERE DestPort = 443"));
    }

    [Fact]
    public async Task CancelledImportChangesNothing()
    {
        var blob = _folder.File("a.json", Blob(Record(Outbound)));
        await _folder.Import(blob);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FlowImporter.ImportAsync(
            [_folder.File("b.json", Blob(Record(Inbound)))], _folder.Data, new(), null, cancelled.Token));

        Assert.Equal(["1"], _folder.Rows("NTANetAnalytics", "SELECT count(*) FROM TABLE"));
        Assert.Equal(1, (await _folder.Import(_folder.At("b.json"))).Sources);
    }

    [Fact]
    public async Task ProgressEndsAtTheEnd()
    {
        _folder.File("logs/a.json", Blob(Record(Outbound)));
        _folder.File("logs/b.json", Blob(Record(Inbound)));
        var seen = new List<ImportProgress>();

        await FlowImporter.ImportAsync(
            [_folder.At("logs")], _folder.Data, new(), new Direct(seen), TestContext.Current.CancellationToken);

        Assert.Equal((2, 2, 7L), (seen[^1].Sources, seen[^1].AllSources, seen[^1].Tuples));
        Assert.Equal(seen[^1].AllBytes, seen[^1].Bytes);
    }

    private static string? RealRecord()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "real-vnet-flow-log.json");
            if (File.Exists(path))
                return path;
        }

        return null;
    }

    private sealed class Direct(List<ImportProgress> seen) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => seen.Add(value);
    }
}
