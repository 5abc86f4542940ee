using System.Net;

namespace FlowKernel.Serve.Tests.LogAnalytics;

public sealed class WorkspaceQueryTests(ServedSample sample)
{
    private const string Times = "NTANetAnalytics | summarize min(TimeGenerated), max(TimeGenerated)";

    [Fact]
    public async Task ATableHasItsColumnsTypesAndRows()
    {
        var answer = await sample.WorkspaceAsync(
            "print b = true, n = decimal(1.5), t = datetime(2024-04-23), o = dynamic({\"a\":1}), s = 1h");

        Assert.Equal(
            """{"tables":[{"name":"PrimaryResult","columns":[{"name":"b","type":"bool"},{"name":"n","type":"decimal"},"""
            + """{"name":"t","type":"datetime"},{"name":"o","type":"dynamic"},{"name":"s","type":"timespan"}],"""
            + "\"rows\":[[true,\"1.5\",\"2024-04-23T00:00:00.0000000Z\",\"{\\u0022a\\u0022:1}\",\"01:00:00\"]]}]}",
            answer.Json.ToJsonString());
    }

    [Theory]
    [InlineData("2024-04-26T00:00:00Z/2024-04-26T12:00:00Z", "2024-04-26T00:00", "2024-04-26T11:00")]
    [InlineData("2024-04-26T00:00:00Z/PT2H", "2024-04-26T00:00", "2024-04-26T01:00")]
    [InlineData("PT2H/2024-04-26T12:00:00Z", "2024-04-26T10:00", "2024-04-26T11:00")]
    [InlineData("P1D", "2024-04-26T12:00", "2024-04-27T10:00")]
    public async Task ATimespanLeavesOutWhatLiesOutsideOfIt(string timespan, string from, string to)
    {
        var row = (await sample.WorkspaceAsync(Times, timespan)).Json["tables"]![0]!["rows"]![0]!;
        Assert.Equal((from, to), (((string)row[0]!)[..16], ((string)row[1]!)[..16]));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("P1D/P1D")]
    [InlineData("2024-04-26")]
    [InlineData("-P1D")]
    public async Task ATextThatIsNoTimespanIsRefused(string timespan)
    {
        var answer = await sample.WorkspaceAsync(Times, timespan);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("FK1615", (string)answer.Error["innererror"]!["code"]!);
    }

    [Fact]
    public async Task AQueryMayStandInTheAddress()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"/v1/workspaces/any/query?query={Uri.EscapeDataString(Times)}&timespan=PT2H%2F2024-04-26T12%3A00%3A00Z");
        var answer = await sample.SendAsync(request);
        Assert.StartsWith("2024-04-26T10", (string)answer.Json["tables"]![0]!["rows"]![0]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RenderAndStatisticsComeOnlyWhenTheyArePreferred()
    {
        const string Kql = "print a = 1 | render card";
        var plain = await sample.WorkspaceAsync(Kql);
        var both = await sample.WorkspaceAsync(Kql, prefer: "include-render=true, include-statistics=true,wait=60");

        Assert.Null(plain.Json["render"]);
        Assert.Null(plain.Json["statistics"]);
        Assert.Equal("card", (string)both.Json["render"]!["visualization"]!);
        Assert.Equal(1, (int)both.Json["statistics"]!["query"]!["datasetStatistics"]![0]!["tableRowCount"]!);
    }

    [Fact]
    public async Task AQueryThatTakesLongerThanPreferredIsStopped()
    {
        var answer = await sample.WorkspaceAsync(ServedSample.Endless, prefer: "wait=1");

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.Status);
        Assert.Equal("GatewayTimeout", (string)answer.Error["code"]!);
    }

    [Fact]
    public async Task AResultThatIsCutComesWithAPartialError()
    {
        var answer = await sample.WorkspaceAsync("set truncationmaxrecords = 2; range x from 1 to 9 step 1");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("[[1],[2]]", answer.Json["tables"]![0]!["rows"]!.ToJsonString());
        Assert.Equal("PartialError", (string)answer.Error["code"]!);
        Assert.Contains(
            "2 records", (string)answer.Error["details"]![0]!["innererror"]!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMistakeIsNestedAsLogAnalyticsNestsIt()
    {
        var answer = await sample.WorkspaceAsync("NTANetAnalytics | where SrcIpp == 'x'");

        var inner = answer.Error["innererror"]!;
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(("BadArgumentError", "SemanticError"), ((string)answer.Error["code"]!, (string)inner["code"]!));
        Assert.Equal("KS142", (string)inner["innererror"]!["code"]!);
        Assert.Equal((1, 25), ((int)inner["innererror"]!["line"]!, (int)inner["innererror"]!["pos"]!));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task MetadataHaveTheTablesWithTheirColumns(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/v1/workspaces/any/metadata");
        var answer = await sample.SendAsync(request);

        var table = answer.Json["tables"]!.AsArray().Single(t => (string)t!["name"]! == "NTANetAnalytics")!;
        Assert.Equal("TimeGenerated", (string)table["timespanColumn"]!);
        Assert.Contains(table["columns"]!.AsArray(), c => (string)c!["name"]! == "SrcIp" && (string)c["type"]! == "string");
        Assert.Equal("any", (string)answer.Json["workspaces"]![0]!["id"]!);
    }
}
