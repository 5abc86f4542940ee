using System.Net;
using System.Text.Json.Nodes;

namespace FlowKernel.Serve.Tests.DataExplorer;

public sealed class CommandTests(ServedSample sample)
{
    [Theory]
    [InlineData(".show database flows schema as json")]
    [InlineData(".show  database [\"flows\"]\nschema as JSON")]
    [InlineData(".show database ['flows'] schema if_later_than \"v1.0\" as json")]
    [InlineData(".show database schema as json")]
    [InlineData(".show databases (flows, NetDefaultDB) schema as json with(Tables=True,Functions=True)")]
    public async Task TheSchemaIsOneCellOfJson(string command)
    {
        var answer = await sample.CommandAsync(command);
        var cell = JsonNode.Parse((string)answer.Json["Tables"]!.AsArray().Single()!["Rows"]![0]![0]!)!;
        var table = cell["Databases"]!["flows"]!["Tables"]!["NTANetAnalytics"]!;
        var time = table["OrderedColumns"]!.AsArray().Single(c => (string)c!["Name"]! == "TimeGenerated")!;
        Assert.Equal("NTANetAnalytics", (string)table["Name"]!);
        Assert.Equal(("System.DateTime", "datetime"), ((string)time["Type"]!, (string)time["CslType"]!));
    }

    [Fact]
    public async Task TablesAndDatabasesAreListed()
    {
        Assert.Equal(["flows"], await FirstColumnAsync(".show databases"));
        Assert.Equal(["NTANetAnalytics", "NTAIpDetails", "NTATopologyDetails"], await FirstColumnAsync(".show tables"));
        Assert.Equal(["flows", "flows", "flows"], await FirstColumnAsync(".show databases entities"));
        Assert.Empty(await FirstColumnAsync(".show functions"));
        Assert.Single(await FirstColumnAsync(".show version"));
    }

    [Fact]
    public async Task ATableShowsItsColumnsOnOneLine()
    {
        var answer = await sample.CommandAsync(".show table NTAIpDetails cslschema");
        Assert.Contains(
            "TimeGenerated:datetime,", (string)answer.Json["Tables"]![0]!["Rows"]![0]![1]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllColumnsOfAllTablesAreRows()
    {
        var rows = (await sample.CommandAsync(".show database flows schema")).Json["Tables"]![0]!["Rows"]!.AsArray();
        Assert.Contains(rows, row => row!.AsArray().Skip(1).Take(3).Select(v => (string)v!)
            .SequenceEqual(["NTANetAnalytics", "SrcIp", "System.String"]));
    }

    [Fact]
    public async Task AMisspeltTableHasTheNearestName()
    {
        var answer = await sample.CommandAsync(".show table NTAIpDetail cslschema");
        Assert.Contains("Did you mean 'NTAIpDetails'?", (string)answer.Error["@message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".drop table NTANetAnalytics")]
    [InlineData(".show tables | count")]
    [InlineData("print 1")]
    public async Task ACommandThatIsNotKnownIsRefused(string command)
    {
        var answer = await sample.CommandAsync(command);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("FK1605", (string)answer.Error["@message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignInIsThatOfThePublicCloud()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/rest/auth/metadata");
        var answer = await sample.SendAsync(request);
        Assert.False((bool)answer.Json["AzureAD"]!["LoginMfaRequired"]!);
    }

    private async Task<List<string>> FirstColumnAsync(string command) =>
    [
        .. (await sample.CommandAsync(command)).Json["Tables"]![0]!["Rows"]!.AsArray().Select(row => (string)row![0]!),
    ];
}
