using System.IO.Compression;
using System.Text;
using FlowKernel.DuckDb.Store;
using FlowKernel.FlowLogs.Enrichment;
using FlowKernel.FlowLogs.Topology;
using static FlowKernel.DuckDb.Tests.Store.FlowLogText;

namespace FlowKernel.DuckDb.Tests.Store;

public sealed class FlowImporterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.At("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RecordBecomesRowsWithPacketsAndBytesConserved()
    {
        var blob = _folder.File("logs/" + BlobFolder + "PT1H.json", Record(Outbound, Inbound));

        var report = await Import(blob);

        Assert.Equal((1, 1L), (report.Sources, report.Records));
        Assert.Equal(new TrafficTotals(22, 2940, 7), report.Read);
        Assert.Equal(new TrafficTotals(22, 2940, 2), report.Written);
        Assert.Equal(
            [
                "2024-03-14 10:00:00|10.1.1.70|10.1.1.4|80|T|http|Outbound|Allowed|55490|2|2|9|7|1160|1344",
                "2024-03-14 10:00:00|172.214.106.161|10.1.1.70|80|T|http|Inbound|Allowed|44825 44827|1|2|2|4|204|232",
            ],
            Rows("NTANetAnalytics", """
                SELECT TimeGenerated, SrcIp, DestIp, DestPort, L4Protocol, L7Protocol, FlowDirection, FlowStatus,
                  replace(SrcPorts, '|', ' '), AllowedInFlows + AllowedOutFlows, CompletedFlows,
                  PacketsSrcToDest, PacketsDestToSrc, BytesSrcToDest, BytesDestToSrc FROM TABLE ORDER BY SrcIp
                """));
    }

    [Fact]
    public async Task ColumnsThatFollowFromTheRecordAreFilled()
    {
        await Import(_folder.File("PT1H.json", Record(Inbound)));

        Assert.Equal(
            [
                "FlowLog|3|NTANetAnalytics|nw/nw1/f|s1/flowlogs/spoke1|VirtualNetwork|a43a8170|DefaultRule|"
                + "6045BDBA5272|ExternalPublic|Unencrypted||null|172.214.106.161 1 2 2 4 204 232",
            ],
            Rows("NTANetAnalytics", """
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

        var report = await Import(path!);

        Assert.Equal((0L, 0L), (report.FindingCount, report.TuplesSetAside));
        Assert.Equal(29, report.Read.Rows);
        Assert.Equal((report.Read.Packets, report.Read.Bytes), (report.Written.Packets, report.Written.Bytes));
        Assert.Equal(
            [
                "UnknownPrivate|10.1.1.70|10.1.1.4|18|14|2320|2688",
                "ExternalPublic|172.214.106.161|10.1.1.70|10|20|1020|1160",
            ],
            Rows("NTANetAnalytics", """
                SELECT FlowType, SrcIp, DestIp, PacketsSrcToDest, PacketsDestToSrc, BytesSrcToDest, BytesDestToSrc
                FROM TABLE ORDER BY SrcIp
                """));
    }

    [Fact]
    public async Task SameBlobTwiceAddsNothing()
    {
        var blob = _folder.File(BlobFolder + "PT1H.json", Blob(Record(Outbound)));
        var first = await Import(blob);

        var again = await Import(blob);

        Assert.Equal((0, 1), (again.Sources, again.Unchanged));
        Assert.Equal(first.Store.NextPart, again.Store.NextPart);
        Assert.Equal(["1"], Rows("NTANetAnalytics", "SELECT count(*) FROM TABLE"));
    }

    [Fact]
    public async Task GrownBlobReplacesItsRowsAndNoOthers()
    {
        var blob = _folder.File("a/" + BlobFolder + "PT1H.json", Blob(Record(Outbound)));
        var other = _folder.File("other.json", Blob(Record(Inbound)));
        await Import(blob, other);
        _folder.File("a/" + BlobFolder + "PT1H.json", Blob(Record(Outbound), Record(Outbound)));

        var report = await Import(blob, other);

        Assert.Equal((1, 1), (report.Sources, report.Unchanged));
        Assert.Equal(["10.1.1.70|2320", "172.214.106.161|204"], Rows(
            "NTANetAnalytics", "SELECT SrcIp, BytesSrcToDest FROM TABLE ORDER BY SrcIp"));
    }

    [Fact]
    public async Task AnotherDownloadOfABlobReplacesTheFirst()
    {
        await Import(_folder.File("monday/" + BlobFolder + "PT1H.json", Blob(Record(Outbound))));

        await Import(_folder.File("tuesday/" + BlobFolder + "PT1H.json", Blob(Record(Outbound), Record(Inbound))));

        Assert.Equal(["2"], Rows("NTANetAnalytics", "SELECT count(*) FROM TABLE"));
    }

    [Fact]
    public async Task ReplacedPartsGoAwayWithTheNextImport()
    {
        var blob = _folder.File("PT1H.json", Blob(Record(Outbound)));
        await Import(blob);
        _folder.File("PT1H.json", Blob(Record(Outbound), Record(Outbound)));
        await Import(blob);
        await Import(blob);

        Assert.Single(Directory.GetFiles(_folder.At("data/NTANetAnalytics"), "*.parquet", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task GzippedBlobIsReadToo()
    {
        var path = _folder.At("PT1H.json.gz");
        await using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(Blob(Record(Outbound))));

        Assert.Equal(4, (await Import(path)).Read.Rows);
    }

    [Fact]
    public async Task HalfWrittenBlobIsImportedUpToTheCutAndNamed()
    {
        var text = Blob(Record(Outbound), Record(Inbound));
        var path = _folder.File("PT1H.json", text[..^80]);

        var report = await Import(path);

        Assert.Equal((1L, 4L, 2L), (report.Records, report.Read.Rows, report.TuplesSetAside));
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("FK0611", path, (long)(text.Length - 80)), (finding.Code, finding.File, finding.Offset));
    }

    [Fact]
    public async Task DamagedGzipIsReportedAndTheRestIsImported()
    {
        var damaged = _folder.At("damaged.json.gz");
        await File.WriteAllBytesAsync(damaged, [0x1F, 0x8B, 8, 0, 1, 2, 3], TestContext.Current.CancellationToken);
        var good = _folder.File("good.json", Blob(Record(Outbound)));

        var report = await Import(damaged, good);

        Assert.Equal(4, report.Read.Rows);
        Assert.StartsWith(damaged, Assert.Single(report.Findings).File, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BlobsOfAFolderAreFoundAndOtherJsonIsLeftAlone()
    {
        _folder.File("logs/" + BlobFolder + "PT1H.json", Blob(Record(Outbound)));
        _folder.File("logs/topology.json", "{\"virtualNetworks\":[]}");
        _folder.File("logs/readme.txt", "no flow log");

        var report = await Import(_folder.At("logs"));

        Assert.Equal((1, 0L), (report.Sources, report.FindingCount));
    }

    [Fact]
    public async Task FolderWithoutBlobNamesGivesAllJsonAndNamesWhatIsNoFlowLog()
    {
        _folder.File("logs/monday.json", Blob(Record(Outbound)));
        _folder.File("logs/other.json", "{\"a\":1}");

        var report = await Import(_folder.At("logs"));

        Assert.Equal((2, 4L), (report.Sources, report.Read.Rows));
        Assert.Equal(
            $"'{_folder.At("logs/other.json")}' holds no flow log records.", Assert.Single(report.Findings).Message);
    }

    [Fact]
    public async Task ManyBlobsOfSeveralDaysMakeAPartADay()
    {
        for (var i = 0; i < 40; i++)
        {
            var time = 1710413935827 + (i % 4 * 86_400_000L);
            _folder.File($"logs/{i}.json", Blob(Record([$"{time},10.1.1.70,10.1.1.{i},1,80,6,O,E,NX,1,100,1,100"])));
        }

        var report = await Import(_folder.At("logs"));

        Assert.Equal((40, 40L, 8000L), (report.Sources, report.Written.Rows, report.Written.Bytes));
        Assert.Equal(4, report.Store.Parts.Count(p => p.Table == "NTANetAnalytics"));
        Assert.All(report.Store.Parts, p => Assert.True(File.Exists(Path.Combine([Data, .. p.Path.Split('/')]))));
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

        var report = await Import(
            new ImportOptions { Settings = new() { PublicPeers = PublicPeers.Pack } },
            _folder.File("a.json", Blob(Record(tuples))));

        Assert.Equal((report.Read.Packets, report.Read.Bytes), (report.Written.Packets, report.Written.Bytes));
        Assert.Equal(["10.1.1.70||null|203.0.114.1/0/1/1/2/100/200 203.0.114.2/0/1/3/4/300/400|400|600"], Rows(
            "NTANetAnalytics",
            "SELECT SrcIp, DestIp, DestIp__ip4, replace(DestPublicIps, '|', '/'), BytesSrcToDest, BytesDestToSrc " +
            "FROM TABLE WHERE DestPort = 443"));
    }

    [Fact]
    public async Task AddressesStandOnceInIpDetailsHoweverOftenTheyAreSeen()
    {
        var threats = ThreatList.Read(["203.0.114.9,C2,control server"], "t").OrThrow();
        var options = new ImportOptions { Enrichment = new() { Threats = threats } };
        const string tuple = "1710413941978,10.1.1.70,203.0.114.9,1,443,6,O,E,NX,1,100,2,200";
        await Import(options, _folder.File("a.json", Blob(Record([tuple]))));

        await Import(options, _folder.File("b.json", Blob(Record(
            [tuple.Replace("1710413941978", "1710500341978", StringComparison.Ordinal)]))));

        Assert.Equal(
            [
                "203.0.114.9|3405804041|MaliciousFlow|C2|control server|" +
                "2024-03-15 10:00:00|2024-03-14 10:00:00|2024-03-15 11:00:00",
            ],
            Rows("NTAIpDetails", """
                SELECT Ip, Ip__ip4, FlowType, ThreatType, ThreatDescription, TimeGenerated, FlowIntervalStartTime,
                  FlowIntervalEndTime FROM TABLE
                """));
    }

    [Fact]
    public async Task IpDetailsMayHaveARowForEachInterval()
    {
        var options = new ImportOptions { Settings = new() { IpDetails = IpDetailsRows.PerInterval } };
        var path = _folder.File("a.json", Blob(Record(
        [
            "1710413941978,10.1.1.70,203.0.114.9,1,443,6,O,E,NX,1,100,2,200",
            "1710417541978,10.1.1.70,203.0.114.9,1,443,6,O,E,NX,1,100,2,200",
        ])));
        await Import(options, path);
        File.SetLastWriteTimeUtc(path, new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc));

        await Import(options, path);

        Assert.Equal(["2"], Rows("NTAIpDetails", "SELECT count(*) FROM TABLE"));
    }

    [Fact]
    public async Task TopologyGivesARowForEachResourceAndDay()
    {
        var options = new ImportOptions
        {
            Topology =
            [
                new TopologyFile
                {
                    RouteTables =
                    [
                        new()
                        {
                            Id = "/subscriptions/S/resourceGroups/FlowLogs/providers/Microsoft.X/routeTables/spoke1",
                            Routes =
                            [
                                new()
                                {
                                    Name = "onprem", Prefix = "10.4.0.0/16", NextHopType = "VirtualAppliance",
                                    NextHopIp = "10.0.0.4",
                                },
                            ],
                        },
                    ],
                },
            ],
        };
        var blob = _folder.File("a.json", Blob(Record(Outbound)));
        await Import(options, blob);
        File.SetLastWriteTimeUtc(blob, new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc));

        await Import(options, blob);

        Assert.Equal(
            ["2024-03-14 00:00:00|Route|flowlogs/spoke1/onprem|VirtualAppliance|10.0.0.4||NTATopologyDetails"],
            Rows("NTATopologyDetails", """
                SELECT TimeGenerated, AzureResourceType, Name, NextHopType, NextHopIp, Sku, Type FROM TABLE
                WHERE AzureResourceType = 'Route'
                """));
    }

    [Fact]
    public async Task CancelledImportChangesNothing()
    {
        var blob = _folder.File("a.json", Blob(Record(Outbound)));
        await Import(blob);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FlowImporter.ImportAsync(
            [_folder.File("b.json", Blob(Record(Inbound)))], Data, new(), null, cancelled.Token));

        Assert.Equal(["1"], Rows("NTANetAnalytics", "SELECT count(*) FROM TABLE"));
        Assert.Equal(1, (await Import(_folder.At("b.json"))).Sources);
    }

    [Fact]
    public async Task ProgressEndsAtTheEnd()
    {
        _folder.File("logs/a.json", Blob(Record(Outbound)));
        _folder.File("logs/b.json", Blob(Record(Inbound)));
        var seen = new List<ImportProgress>();

        await FlowImporter.ImportAsync(
            [_folder.At("logs")], Data, new(), new Direct(seen), TestContext.Current.CancellationToken);

        Assert.Equal((2, 2, 7L), (seen[^1].Sources, seen[^1].AllSources, seen[^1].Tuples));
        Assert.Equal(seen[^1].AllBytes, seen[^1].Bytes);
    }

    [Fact]
    public async Task MissingPathIsNamed()
    {
        var outcome = await FlowImporter.ImportAsync(
            ["/nowhere/logs"], Data, new(), null, TestContext.Current.CancellationToken);

        Assert.Equal("There is no file or folder at '/nowhere/logs'.", Assert.Single(outcome.Diagnostics).Message);
    }

    [Fact]
    public async Task FolderWithoutFlowLogsIsNamed()
    {
        Directory.CreateDirectory(_folder.At("empty"));

        var outcome = await FlowImporter.ImportAsync(
            [_folder.At("empty")], Data, new(), null, TestContext.Current.CancellationToken);

        Assert.Equal(
            $"There are no .json files below '{_folder.At("empty")}'.", Assert.Single(outcome.Diagnostics).Message);
    }

    [Fact]
    public async Task ForeignFolderIsNotWrittenInto()
    {
        _folder.File("data/thesis.docx", "");

        var outcome = await FlowImporter.ImportAsync(
            [_folder.File("a.json", Blob(Record(Outbound)))], Data, new(), null, TestContext.Current.CancellationToken);

        Assert.Equal("FK0625", Assert.Single(outcome.Diagnostics).Code);
    }

    [Fact]
    public async Task OtherSettingsAreRefusedOnceThereAreRows()
    {
        await Import(_folder.File("a.json", Blob(Record(Outbound))));

        var outcome = await FlowImporter.ImportAsync(
            [_folder.File("b.json", Blob(Record(Outbound)))], Data,
            new() { Settings = new() { Interval = TimeSpan.FromMinutes(10) } }, null,
            TestContext.Current.CancellationToken);

        Assert.Equal("FK0624", Assert.Single(outcome.Diagnostics).Code);
    }

    [Theory]
    [InlineData(7, "An interval of 7 minutes does not divide a day.")]
    [InlineData(0, "An interval of 0 minutes does not divide a day.")]
    public async Task IntervalThatDoesNotDivideADayIsRefused(int minutes, string message)
    {
        var outcome = await FlowImporter.ImportAsync(
            [_folder.File("a.json", Blob(Record(Outbound)))], Data,
            new() { Settings = new() { Interval = TimeSpan.FromMinutes(minutes) } }, null,
            TestContext.Current.CancellationToken);

        Assert.Equal(message, Assert.Single(outcome.Diagnostics).Message);
    }

    private async Task<ImportReport> Import(params string[] paths) => await Import(new ImportOptions(), paths);

    private async Task<ImportReport> Import(ImportOptions options, params string[] paths) =>
        (await FlowImporter.ImportAsync(paths, Data, options, null, TestContext.Current.CancellationToken)).OrThrow();

    private List<string> Rows(string table, string sql) => StoreQuery.Rows(FlowStore.Open(Data).OrThrow(), table, sql);

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
