using System.Text.Json.Nodes;

namespace FlowKernel.Serve.Tests.OfficialClients;

/// <summary>azure-kusto-data for Node.js.</summary>
public sealed class KustoClientTests(ServedSample sample)
{
    [Theory]
    [InlineData("types", """{"a":[1,"x"]}""")]
    [InlineData("typesInTheFirstVersion", """ "{\"a\":[1,\"x\"]}" """)]
    public async Task ItReadsEveryTypeOfColumn(string scenario, string dynamic)
    {
        var table = await RunAsync(scenario);

        var expected = JsonNode.Parse(
            """
            {"b":true,"i":42,"l":9007199254740991,"r":1.5,"d":"1.25","s":"text","t":"2024-04-23T10:30:00.123Z",
             "span":93600000,"g":"74be27de-1e4e-49d9-b579-fe0b331d3642","none":null,"nan":"NaN"}
            """)!;
        expected["o"] = JsonNode.Parse(dynamic);
        Assert.True(JsonNode.DeepEquals(expected, table["rows"]![0]), table.ToJsonString());
        Assert.Equal("decimal", (string)table["columns"]![4]![1]!);
    }

    [Fact]
    public async Task ItHandsOverParameters()
    {
        var row = (await RunAsync("parameters"))[0]!;
        Assert.Equal(43, (long)row["print_0"]!);
        Assert.Equal("it's \"quoted\"", (string)row["print_1"]!);
        Assert.Equal("2024-04-24T00:00:00.000Z", (string)row["print_2"]!);
        Assert.Equal(7, (long)row["print_3"]!);
    }

    [Fact]
    public async Task ItSeesWhatRenderAsksFor() =>
        Assert.Equal("Bytes", (string)(await RunAsync("render"))["Title"]!);

    [Fact]
    public async Task ItSeesSeveralResultsInBothVersions() => Assert.Equal(
        """{"second":[[{"a":1}],[{"b":2}]],"first":[[{"a":1}],[{"b":2}]]}""",
        (await RunAsync("severalResults")).ToJsonString());

    [Fact]
    public async Task ItIsToldOfMistakes()
    {
        var failure = await RunAsync("mistake");
        Assert.Equal(400, (int)failure["status"]!);
        Assert.Contains("Did you mean 'SrcIp'?", (string)failure["body"]!["error"]!["@message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItIsToldOfDatabasesAndCommandsThatAreNotThere()
    {
        Assert.Equal(404, (int)(await RunAsync("unknownDatabase"))["status"]!);
        Assert.Equal(400, (int)(await RunAsync("unknownCommand"))["status"]!);
    }

    [Fact]
    public async Task ItFailsWhereAResultIsCut() => Assert.Contains(
        "E_QUERY_RESULT_SET_TOO_LARGE", (string)(await RunAsync("tooLarge"))["message"]!, StringComparison.Ordinal);

    [Fact]
    public async Task ItSendsCommands()
    {
        var seen = await RunAsync("commands");
        Assert.Equal(3, seen["tables"]!.AsArray().Count);
        Assert.Equal(seen["tables"]!.ToJsonString(), seen["schema"]!.ToJsonString());
    }

    [Fact]
    public async Task ItCancelsAQuery()
    {
        var seen = await RunAsync("cancel");
        Assert.True((bool)seen["cancelled"]!);
        Assert.Contains("The query was cancelled.", (string)seen["failure"]!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItConnectsByAConnectionString() =>
        Assert.Equal(1, (int)(await RunAsync("connectionString"))[0]!["here"]!);

    private Task<JsonNode> RunAsync(string scenario) =>
        NodeClients.RunAsync("kusto.mjs", sample.Server.Address.ToString().TrimEnd('/'), ServedSample.Database, scenario);
}
