namespace FlowKernel.Cli.Tests;

/// <summary>What users read when something is wrong: one clear sentence, the place, and a way out.</summary>
[Collection("console")]
public sealed class MistakeTests(TemporaryFolder folder) : IClassFixture<TemporaryFolder>
{
    [Fact]
    public Task AMisspeltColumnIsNamedWithTheNearestOne() => FailsAsync(
        """
        error KS142: The name 'DestIpp' does not refer to any known column, table, variable or function.
          at line 1, column 25
          1 | NTANetAnalytics | where DestIpp == "10.1.1.8"
            |                         ^^^^^^^
          Did you mean 'DestIp'?
        """,
        "query", "--sample", "NTANetAnalytics | where DestIpp == \"10.1.1.8\"");

    [Fact]
    public Task AnUnknownTableIsNamedWithTheNearestOne() => FailsAsync(
        """
        error KS204: The name 'NTANetAnalytic' does not refer to any known table, tabular variable or function.
          at line 1, column 1
          1 | NTANetAnalytic | count
            | ^^^^^^^^^^^^^^
          Did you mean 'NTANetAnalytics'?
        """,
        "query", "--sample", "NTANetAnalytic | count");

    [Fact]
    public Task APluginThatTheEngineDoesNotRunIsRefusedByName() => FailsAsync(
        """
        error FK0162: The embedded engine does not run the plug-in 'identity'.
          at line 1, column 28
          1 | NTANetAnalytics | evaluate identity()
            |                            ^^^^^^^^
          It runs on Log Analytics and Azure Data Explorer.
        """,
        "query", "--sample", "NTANetAnalytics | evaluate identity()");

    [Fact]
    public Task AMissingDataFolderSaysHowToMakeOne() => FailsAsync(
        $"""
        error FK0621: There is no flow store at '{folder.File("nothing")}'.
          Make one with `flowkernel import PATH --data DIR`, or try the built-in sample: --sample, in a notebook #!flowlogs connect sample.
        """,
        "query", "--data", folder.File("nothing"), "print 1");

    [Fact]
    public Task AParameterOfTheWrongTypeSaysHowToWriteIt() => FailsAsync(
        """
        error FK0212: The parameter 'last' of recipe 'vm-traffic' is a timespan; 'abc' is not one.
          Write 60d, 12h or 30m.
        """,
        "recipes", "run", "vm-traffic", "--sample", "--param", "last=abc");

    [Fact]
    public async Task AHalfWrittenBlobIsImportedAsFarAsItGoesAndSaysWhereItEnds()
    {
        var blob = folder.File("PT1H.json");
        await File.WriteAllTextAsync(blob, HalfABlob, TestContext.Current.CancellationToken);
        var run = await ToolRun.OfAsync("import", blob, "--data", folder.File("store"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Read 1 file: 1 record, 1 flow tuple, 12 packets, 3 kB.", run.Output);
        Assert.Contains(
            $"FK0611: '{blob}' ends in the middle of a record, at byte {HalfABlob.Length}; "
            + $"the record that begins at byte {HalfABlob.LastIndexOf("{\"time", StringComparison.Ordinal)} "
            + "was set aside with 0 flow tuples. "
            + "The blob was probably still being written; import it again later, and its rows are replaced.",
            run.Output);
    }

    [Fact]
    public async Task AnErrorInJsonHasCodeMessageLineAndColumn()
    {
        var run = await ToolRun.OfAsync("query", "--format", "json", "print\n  x = nope");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("""{"error":{"code":"KS142","message":"The name 'nope' does not refer to""", run.Output);
        Assert.Contains("\"line\":2,\"column\":7", run.Output);
    }

    private const string HalfABlob = """
        {"records":[{"time":"2024-03-14T10:59:41Z","flowLogVersion":4,"macAddress":"6045BDBA5272","category":"FlowLogFlowEvent",
        "flowLogResourceID":"/SUBSCRIPTIONS/S/RESOURCEGROUPS/G/PROVIDERS/MICROSOFT.NETWORK/NETWORKWATCHERS/W/FLOWLOGS/L",
        "targetResourceID":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v",
        "flowRecords":{"flows":[{"aclID":"a","flowGroups":[{"rule":"r","flowTuples":[
        "1710413941978,10.1.1.70,10.1.1.4,55490,80,6,O,E,NX,6,1000,6,2000"]}]}]}},
        {"time":"2024-03-14T11:00:41Z","flowLogVersion":4,"macAddr
        """;

    private static async Task FailsAsync(string message, params string[] arguments)
    {
        var run = await ToolRun.OfAsync(arguments);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(message.ReplaceLineEndings(), run.Errors.Trim().ReplaceLineEndings());
    }
}
