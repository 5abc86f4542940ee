using System.Net;
using System.Text.Json.Nodes;

namespace FlowKernel.Serve.Tests.DataExplorer;

public sealed class OptionTests(ServedSample sample)
{
    private const string Times = "NTANetAnalytics | summarize min(TimeGenerated), max(TimeGenerated)";

    [Fact]
    public async Task PropertiesMayBeATextThatHoldsThem()
    {
        var answer = await sample.FramesAsync(
            "print now()", JsonValue.Create("""{"Options":{"query_now":"2024-01-02T03:04:05Z"}}"""));
        Assert.Equal("2024-01-02T03:04:05.0000000Z", (string)answer.Primary["Rows"]![0]![0]!);
    }

    [Fact]
    public async Task TheTimeScopeLeavesOutWhatLiesOutsideOfIt()
    {
        var answer = await sample.FramesAsync(Times, new JsonObject
        {
            ["Options"] = new JsonObject
            {
                ["query_datetimescope_column"] = "TimeGenerated",
                ["query_datetimescope_from"] = "2024-04-26T00:00:00Z",
                ["query_datetimescope_to"] = "2024-04-26T12:00:00Z",
            },
        });

        var row = answer.Primary["Rows"]![0]!;
        Assert.Equal("2024-04-26T00:00:00.0000000Z", (string)row[0]!);
        Assert.Equal("2024-04-26T11:00:00.0000000Z", (string)row[1]!);
    }

    [Theory]
    [InlineData("truncationmaxrecords", 10, "10 records")]
    [InlineData("truncationmaxrecords", "10", "10 records")]
    [InlineData("truncationmaxsize", 1048576, "1 MB")]
    public async Task AResultBeyondALimitIsCutAndAnError(string option, object value, string limit)
    {
        var answer = await sample.FramesAsync(
            "range x from 1 to 400000 step 1", Asking.Option(option, JsonValue.Create(value)));

        var rows = answer.Primary["Rows"]!.AsArray();
        var error = answer.Frames("DataSetCompletion").Single()["OneApiErrors"]![0]!["error"]!;
        Assert.InRange(rows.Count, 11, 200_000);
        Assert.NotNull(rows[^1]!["OneApiErrors"]);
        Assert.Equal("LimitsExceeded", (string)error["code"]!);
        Assert.Contains($"the set limit of {limit}", (string)error["@message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorsStandWhereTheClientWantsThem()
    {
        var answer = await sample.FramesAsync("range x from 1 to 10 step 1", new JsonObject
        {
            ["Options"] = new JsonObject
            {
                ["truncationmaxrecords"] = 2,
                ["results_v2_fragment_primary_tables"] = true,
                ["results_error_reporting_placement"] = "end_of_table",
            },
        });

        Assert.Equal("[[1],[2]]", answer.Frames("TableFragment").Single()["Rows"]!.ToJsonString());
        Assert.Single(answer.Frames("TableCompletion").Single()["OneApiErrors"]!.AsArray());
        Assert.Empty(answer.Frames("TableProgress"));
    }

    [Fact]
    public async Task FiveHundredThousandRowsAreTheMostUnlessTheRequestOrTheQuerySaysOtherwise()
    {
        const string Kql = "range x from 1 to 500001 step 1";
        var usual = await sample.FramesAsync(Kql);
        var whole = await sample.FramesAsync(Kql, Asking.Option("notruncation", true));
        var set = await sample.FramesAsync("set notruncation; " + Kql);

        Assert.Equal(500_000 + 1, usual.Primary["Rows"]!.AsArray().Count);
        Assert.True((bool)usual.Frames("DataSetCompletion").Single()["HasErrors"]!);
        Assert.All([whole, set], a => Assert.Equal(500_001, (int)a.Primary["Rows"]![500_000]![0]!));
        Assert.All([whole, set], a => Assert.False((bool)a.Frames("DataSetCompletion").Single()["HasErrors"]!));
    }

    [Fact]
    public async Task AQueryThatTakesTooLongIsStopped()
    {
        var answer = await sample.FramesAsync(ServedSample.Endless, Asking.Option("servertimeout", "00:00:01"));

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.Status);
        Assert.Equal("Timeout", (string)answer.Error["code"]!);
        Assert.Contains("FK1603", (string)answer.Error["@message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query_now", "yesterday", "FK1608")]
    [InlineData("query_take_max_records", 5, "FK1609")]
    [InlineData("query_language", "sql", "FK1608")]
    public async Task AnOptionThatCannotBeHonouredIsRefused(string option, object value, string code)
    {
        var answer = await sample.FramesAsync("print 1", Asking.Option(option, JsonValue.Create(value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith(code, (string)answer.Error["@message"]!, StringComparison.Ordinal);
    }
}
