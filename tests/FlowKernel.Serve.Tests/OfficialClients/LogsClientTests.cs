using System.Text.Json.Nodes;

namespace FlowKernel.Serve.Tests.OfficialClients;

/// <summary>@azure/monitor-query for Node.js.</summary>
public sealed class LogsClientTests(ServedSample sample)
{
    [Fact]
    public async Task ItReadsEveryTypeOfColumn()
    {
        var table = (await RunAsync("types"))["tables"]![0]!;
        var expected = JsonNode.Parse(
            """
            [true, 42, 42, 1.5, "1.25", "text", "2024-04-23T00:00:00.000Z", "1.00:00:00",
             "74be27de-1e4e-49d9-b579-fe0b331d3642", {"a":[1,"x"]}]
            """);
        Assert.True(JsonNode.DeepEquals(expected, table["rows"]![0]), table.ToJsonString());
    }

    [Theory]
    [InlineData("timespan", "2024-04-26T00:00:00.000Z", "2024-04-26T23:00:00.000Z")]
    [InlineData("duration", "2024-04-26T12:00:00.000Z", "2024-04-27T10:00:00.000Z")]
    public async Task ItSendsTimespans(string scenario, string from, string to) => Assert.Equal(
        $"""["{from}","{to}"]""", (await RunAsync(scenario))["tables"]![0]!["rows"]![0]!.ToJsonString());

    [Fact]
    public async Task ItSeesRenderAndStatistics()
    {
        var result = await RunAsync("options");
        Assert.Equal("piechart", (string)result["visualization"]!["visualization"]!);
        Assert.True((double)result["statistics"]!["query"]!["executionTime"]! > 0);
    }

    [Fact]
    public async Task ItIsToldOfMistakes()
    {
        var failure = await RunAsync("mistake");
        Assert.Equal((400, "BadArgumentError"), ((int)failure["status"]!, (string)failure["code"]!));
        Assert.EndsWith(
            "Did you mean 'SrcIp'?",
            (string)failure["details"]!["error"]!["innerError"]!["innerError"]!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItSeesThatAResultIsCut()
    {
        var result = await RunAsync("partial");
        Assert.Equal("PartialFailure", (string)result["status"]!);
        Assert.Equal(3, result["partialTables"]![0]!["rows"]!.AsArray().Count);
    }

    private Task<JsonNode> RunAsync(string scenario) =>
        NodeClients.RunAsync("logs.mjs", sample.Server.Address.ToString().TrimEnd('/'), scenario);
}
