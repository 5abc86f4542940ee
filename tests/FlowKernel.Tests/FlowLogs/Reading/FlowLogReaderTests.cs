using FlowKernel.FlowLogs.Reading;
using static FlowKernel.Tests.FlowLogs.Reading.FlowLogText;

namespace FlowKernel.Tests.FlowLogs.Reading;

public sealed class FlowLogReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task RecordsAreReadAcrossBufferBoundaries(int step)
    {
        var (records, reader) = await Read(Blob(Record(Begin, End), Record(End)), step);

        Assert.Equal(0, reader.Findings.Count);
        Assert.Equal([2, 1], records.Select(r => r.Tuples.Length));
        Assert.Equal("6045BDBA5272", records[0].MacAddress);
        Assert.Equal("2024-03-14T10:59:41.5119837Z", records[0].Time);
        Assert.EndsWith("/FLOWLOGS/F", records[0].FlowLogResourceId, StringComparison.Ordinal);
        Assert.EndsWith("/virtualNetworks/spoke1", records[1].TargetResourceId, StringComparison.Ordinal);
        Assert.Equal(("a43a8170", "DefaultRule"), (records[1].Groups[0].AclId, records[1].Groups[0].Rule));
    }

    [Fact]
    public async Task BareRecordIsReadAsARecord() => Assert.Single((await Read(Record(Begin))).Records);

    [Theory]
    [InlineData("1\n2")]
    [InlineData("[1,2]")]
    [InlineData("{\"records\":[1]}{\"records\":[2]}")]
    [InlineData("{\"records\":[1,{\"records\":[2]}]}")]
    [InlineData("{\"records\":[1,2,]}")]
    [InlineData("\uFEFF{\"records\":[1,2]}")]
    public async Task OtherWrappersAreReadToo(string wrapper)
    {
        var text = string.Concat(wrapper.Select(c => c switch
        {
            '1' => Record(Begin),
            '2' => Record(End),
            _ => c.ToString(),
        }));

        var (records, reader) = await Read(text);

        Assert.Equal(0, reader.Findings.Count);
        Assert.Equal([Begin, End], records.SelectMany(r => r.Tuples.ToArray()).Select(t => t.ToString()));
    }

    [Fact]
    public async Task PropertiesMayComeInAnyOrder()
    {
        const string text = """
            {"flowRecords":{"flows":[{"flowGroups":[{
              "flowTuples":["1710413935827,10.1.1.70,10.1.1.4,55490,80,6,O,B,NX,,,,"],"rule":"R"}],"aclID":"A"}]},
            "extra":{"flowTuples":["no"],"records":[1]},"macAddress":"0022482A9B6D"}
            """;

        var (records, reader) = await Read(text);

        Assert.Equal(0, reader.Findings.Count);
        Assert.Equal("0022482A9B6D", records[0].MacAddress);
        Assert.Equal(new FlowGroup("A", "R", 0, 1), records[0].Groups[0]);
    }

    [Fact]
    public async Task RepeatedAclsKeepTheirOwnRules()
    {
        var flow = """
            {"aclID":"A","flowGroups":[{"rule":"R1","flowTuples":["T"]},{"rule":"R2","flowTuples":["T","T"]}]}
            """.Replace("\"T\"", $"\"{End}\"", StringComparison.Ordinal);

        var (records, _) = await Read($$$"""{"flowRecords":{"flows":[{{{flow}}},{{{flow}}}]}}""");

        Assert.Equal(["R1 0 1", "R2 1 2", "R1 3 1", "R2 4 2"],
            records[0].Groups.Select(g => FormattableString.Invariant($"{g.Rule} {g.First} {g.Count}")));
    }

    [Fact]
    public async Task HalfWrittenBlobKeepsTheRecordsBeforeTheCut()
    {
        var whole = Blob(Record(Begin, End), Record(End, End, End));
        var cut = whole.LastIndexOf(End, StringComparison.Ordinal) + 5;

        var (records, reader) = await Read(whole[..cut], 100);

        Assert.Equal(2, Assert.Single(records).Tuples.Length);
        Assert.Equal(2, reader.Findings.TuplesSetAside);
        var second = whole.IndexOf(Record(End, End, End), StringComparison.Ordinal);
        Assert.Equal(
            $"'PT1H.json' ends in the middle of a record, at byte {cut}; " +
            $"the record that begins at byte {second} was set aside with 2 flow tuples.",
            Assert.Single(reader.Findings.Kept).Message);
    }

    [Fact]
    public async Task MissingClosingBracketLosesNothing()
    {
        var text = Blob(Record(Begin, End))[..^2];

        var (records, reader) = await Read(text);

        Assert.Single(records);
        Assert.Equal(0, reader.Findings.TuplesSetAside);
        Assert.Equal(
            $"'PT1H.json' ends at byte {text.Length} without its closing ']}}'; all its records were read.",
            Assert.Single(reader.Findings.Kept).Message);
    }

    [Fact]
    public async Task EveryCutEndsInTheRecordsBeforeItAndOneFinding()
    {
        var whole = Blob(Record(Begin), Record(End));
        var ends = new[] { whole.IndexOf("},{\"time", StringComparison.Ordinal) + 1, whole.Length - 2 };
        for (var cut = 12; cut < whole.Length; cut++)
        {
            var (records, reader) = await Read(whole[..cut]);
            Assert.Equal(ends.Count(e => e <= cut), records.Count);
            Assert.Equal(1, reader.Findings.Count);
        }
    }

    [Fact]
    public async Task DamageInTheMiddleIsReportedWithItsByte()
    {
        var whole = Blob(Record(Begin), Record(End), Record(End));
        var at = whole.IndexOf("\"macAddress\"", whole.Length / 2, StringComparison.Ordinal);

        var (records, reader) = await Read(whole[..at] + "??" + whole[at..]);

        var finding = Assert.Single(reader.Findings.Kept);
        Assert.Equal(("FK0612", at), (finding.Code, (int)finding.Offset));
        Assert.True(records.Count is 1 or 2);
    }

    [Fact]
    public async Task DamagedTuplesAreSetAsideAndNamed()
    {
        var text = Blob(Record(Begin, "1710413935827,10.1.1", End));

        var (records, reader) = await Read(text);

        Assert.Equal(2, records[0].Tuples.Length);
        Assert.Equal(1, reader.Findings.TuplesSetAside);
        var at = text.IndexOf("\"1710413935827,10.1.1\"", StringComparison.Ordinal);
        Assert.Equal(
            $"'PT1H.json' has a damaged flow tuple at byte {at}, set aside: it has 2 fields instead of 13.",
            reader.Findings.Kept[0].Message);
    }

    [Fact]
    public async Task ManyDamagedTuplesAreCountedButNotAllKept()
    {
        var (_, reader) = await Read(Blob(Record([.. Enumerable.Repeat("x", 500)])));

        Assert.Equal((500, 100), (reader.Findings.TuplesSetAside, reader.Findings.Kept.Count));
    }

    [Fact]
    public async Task TupleThatIsNoTextIsSetAside()
    {
        var (_, reader) = await Read(Blob(Record("x").Replace("\"x\"", "12", StringComparison.Ordinal)));

        Assert.Equal(1, reader.Findings.TuplesSetAside);
    }

    [Fact]
    public async Task UndocumentedEncryptionIsKeptAndReported()
    {
        var (records, reader) = await Read(Blob(Record(End.Replace("NX", "NX_TOMORROW", StringComparison.Ordinal))));

        Assert.Equal(1, records[0].Tuples.Length);
        Assert.Equal("FK0616", Assert.Single(reader.Findings.Kept).Code);
    }

    [Theory]
    [InlineData("""{"category":"NetworkSecurityGroupFlowEvent","properties":{"Version":2,"flows":[]}}""", "version 2")]
    [InlineData("""{"category":"NetworkSecurityGroupFlowEvent","properties":{"Version":1,"flows":[]}}""", "version 1")]
    public async Task NsgFlowLogIsCalledByItsName(string record, string version)
    {
        var (records, reader) = await Read(Blob(record, record));

        Assert.Empty(records);
        Assert.Equal(
            $"'PT1H.json' is an NSG flow log ({version}), not a VNet flow log (version 4).",
            Assert.Single(reader.Findings.Kept).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("{\"columns\":[]}")]
    [InlineData("[1,2,3]")]
    [InlineData("\"text\"")]
    public async Task OtherJsonIsNoFlowLog(string text)
    {
        var (_, reader) = await Read(text);

        Assert.Equal("'PT1H.json' holds no flow log records.", Assert.Single(reader.Findings.Kept).Message);
    }

    [Theory]
    [InlineData("{\"records\":[]}")]
    [InlineData("{\"records\":[{\"flowRecords\":{\"flows\":[]}}]}")]
    public async Task EmptyFlowLogIsFine(string text) => Assert.Equal(0, (await Read(text)).Reader.Findings.Count);

    [Fact]
    public async Task TokensLargerThanTheBufferAreRead()
    {
        var padding = new string('x', 700_000);

        var (records, _) = await Read(Blob($$"""{"note":"{{padding}}"}""", Record(End)), 10_000);

        Assert.Single(records);
    }
}
