using System.IO.Compression;
using System.Text;
using static FlowKernel.DuckDb.Tests.Store.FlowLogText;

namespace FlowKernel.DuckDb.Tests.Store;

/// <summary>Which files are read, what a second import of them does, and what damaged ones give.</summary>
public sealed class FlowImporterSourceTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SameBlobTwiceAddsNothing()
    {
        var blob = _folder.File(BlobFolder + "PT1H.json", Blob(Record(Outbound)));
        var first = await _folder.Import(blob);

        var again = await _folder.Import(blob);

        Assert.Equal((0, 1), (again.Sources, again.Unchanged));
        Assert.Equal(first.Store.NextPart, again.Store.NextPart);
        Assert.Equal(["1"], _folder.Rows("NTANetAnalytics", "SELECT count(*) FROM TABLE"));
    }

    [Fact]
    public async Task GrownBlobReplacesItsRowsAndNoOthers()
    {
        var blob = _folder.File("a/" + BlobFolder + "PT1H.json", Blob(Record(Outbound)));
        var other = _folder.File("other.json", Blob(Record(Inbound)));
        await _folder.Import(blob, other);
        _folder.File("a/" + BlobFolder + "PT1H.json", Blob(Record(Outbound), Record(Outbound)));

        var report = await _folder.Import(blob, other);

        Assert.Equal((1, 1), (report.Sources, report.Unchanged));
        Assert.Equal(["10.1.1.70|2320", "172.214.106.161|204"], _folder.Rows(
            "NTANetAnalytics", "SELECT SrcIp, BytesSrcToDest FROM TABLE ORDER BY SrcIp"));
    }

    [Fact]
    public async Task AnotherDownloadOfABlobReplacesTheFirst()
    {
        await _folder.Import(_folder.File("monday/" + BlobFolder + "PT1H.json", Blob(Record(Outbound))));

        await _folder.Import(
            _folder.File("tuesday/" + BlobFolder + "PT1H.json", Blob(Record(Outbound), Record(Inbound))));

        Assert.Equal(["2"], _folder.Rows("NTANetAnalytics", "SELECT count(*) FROM TABLE"));
    }

    [Fact]
    public async Task ReplacedPartsGoAwayWithTheNextImport()
    {
        var blob = _folder.File("PT1H.json", Blob(Record(Outbound)));
        await _folder.Import(blob);
        _folder.File("PT1H.json", Blob(Record(Outbound), Record(Outbound)));
        await _folder.Import(blob);
        await _folder.Import(blob);

        Assert.Single(Directory.GetFiles(_folder.At("data/NTANetAnalytics"), "*.parquet", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task GzippedBlobIsReadToo()
    {
        var path = _folder.At("PT1H.json.gz");
        await using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(Blob(Record(Outbound))));

        Assert.Equal(4, (await _folder.Import(path)).Read.Rows);
    }

    [Fact]
    public async Task HalfWrittenBlobIsImportedUpToTheCutAndNamed()
    {
        var text = Blob(Record(Outbound), Record(Inbound));
        var path = _folder.File("PT1H.json", text[..^80]);

        var report = await _folder.Import(path);

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

        var report = await _folder.Import(damaged, good);

        Assert.Equal(4, report.Read.Rows);
        Assert.StartsWith(damaged, Assert.Single(report.Findings).File, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BlobsOfAFolderAreFoundAndOtherJsonIsLeftAlone()
    {
        _folder.File("logs/" + BlobFolder + "PT1H.json", Blob(Record(Outbound)));
        _folder.File("logs/topology.json", "{\"virtualNetworks\":[]}");
        _folder.File("logs/readme.txt", "no flow log");

        var report = await _folder.Import(_folder.At("logs"));

        Assert.Equal((1, 0L), (report.Sources, report.FindingCount));
    }

    [Fact]
    public async Task FolderWithoutBlobNamesGivesAllJsonAndNamesWhatIsNoFlowLog()
    {
        _folder.File("logs/monday.json", Blob(Record(Outbound)));
        _folder.File("logs/other.json", "{\"a\":1}");

        var report = await _folder.Import(_folder.At("logs"));

        Assert.Equal((2, 4L), (report.Sources, report.Read.Rows));
        Assert.Equal(
            $"'{_folder.At("logs/other.json")}' holds no flow log records.", Assert.Single(report.Findings).Message);
    }
}
