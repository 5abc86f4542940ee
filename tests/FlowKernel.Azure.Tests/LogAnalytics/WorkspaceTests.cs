using FlowKernel.Azure.Tests.Standing;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Azure.Tests.LogAnalytics;

/// <summary>A workspace: what it is asked, and what becomes of its answers.</summary>
public sealed class WorkspaceTests
{
    private const string Id = "11111111-2222-3333-4444-555555555555";

    private const string Metadata =
        """
        {"tables":[{"id":"t","name":"NTANetAnalytics","description":"Flows.","timespanColumn":"TimeGenerated",
            "columns":[{"name":"TimeGenerated","type":"datetime"},{"name":"SrcIp","type":"string"},{"name":"BytesSrcToDest","type":"long"}]},
          {"id":"u","name":"Heartbeat","columns":[{"name":"Computer","type":"string"}]}],
         "functions":[{"id":"f","name":"Busy","body":"NTANetAnalytics | where BytesSrcToDest > least","parameters":"least:long"}],
         "workspaces":[{"id":"w"}]}
        """;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ItsTablesAndFunctionsAreKnown()
    {
        await using var service = new StandInService(_ => new Answer(Metadata));
        var schema = (await ConnectAsync(service)).Schema;
        Assert.Equal($"/v1/workspaces/{Id}/metadata", service.Requests.Single().Path);
        Assert.Equal(["NTANetAnalytics", "Heartbeat"], schema.Tables.Select(t => t.Name));
        Assert.Equal("(least:long)", schema.Functions.Single().Parameters);
        Assert.Contains("workspace", schema.Places);
    }

    [Fact]
    public async Task TheLastDaysAreTheRequestsTimespan()
    {
        await using var service = Answering("""{"tables":[{"name":"PrimaryResult","columns":[{"name":"n","type":"long"}],"rows":[[1]]}]}""");
        await (await ConnectAsync(service)).RunAsync(Queries.Of("print ip", TimeSpan.FromHours(36), ("ip", KqlType.String, "10.0.0.4")), Test);
        var asked = service.Requests.Last();
        Assert.Equal($"/v1/workspaces/{Id}/query", asked.Path);
        Assert.Equal("""{"query":"let ip = \u002210.0.0.4\u0022;\nprint ip","timespan":"P1DT12H"}""", asked.Body);
        Assert.Equal("wait=600", asked.Headers["Prefer"]);
    }

    [Fact]
    public async Task AResourceIsAskedByItsPath()
    {
        const string Resource = "/subscriptions/1-2/resourceGroups/net_rg/providers/Microsoft.Network/networkWatchers/nw";
        await using var service = new StandInService(_ => new Answer(Metadata));
        var connection = await ConnectAsync(service, Resource);
        Assert.Equal($"/v1{Resource}/metadata", service.Requests.Single().Path);
        Assert.Equal("nw", connection.Name);
    }

    [Fact]
    public async Task ValuesHaveTheirTypes()
    {
        await using var service = Answering(
            """
            {"tables":[{"name":"PrimaryResult","columns":[{"name":"x","type":"dynamic"},{"name":"y","type":"dynamic"},{"name":"d","type":"decimal"},
              {"name":"t","type":"datetime"},{"name":"b","type":"bool"}],
              "rows":[["{\"a\":[1]}","plain","1.5","2024-04-23T00:00:00Z",false],[null,"","2",null,null]]}]}
            """);
        var table = (await (await ConnectAsync(service)).RunAsync(Queries.Of("T"), Test)).OrThrow().Table;
        Assert.Equal(
            [new DynamicValue("""{"a":[1]}"""), new DynamicValue("\"plain\""), 1.5m, new DateTime(2024, 4, 23, 0, 0, 0, DateTimeKind.Utc), false],
            Row(table, 0));
        Assert.Equal([null, null, 2m, null, null], Row(table, 1));
    }

    [Fact]
    public async Task PartOfAResultComesWithAWarning()
    {
        await using var service = Answering(
            """
            {"tables":[{"name":"PrimaryResult","columns":[{"name":"n","type":"long"}],"rows":[[1]]}],
             "error":{"code":"PartialError","message":"There were some errors when processing your query.","details":[{"code":"EngineError",
               "message":"Something went wrong processing your query on the server.","innererror":{"code":"-2133196797",
                 "message":"The results of this query exceed the set limit of 500000 records, so not all records were returned (E_QUERY_RESULT_SET_TOO_LARGE)."}}]}}
            """);
        var result = await (await ConnectAsync(service)).RunAsync(Queries.Of("T"), Test);
        Assert.Equal(1, result.OrThrow().Table.RowCount);
        var warning = Assert.Single(result.Diagnostics);
        Assert.False(warning.IsError);
        Assert.Equal(
            $"FK0436: {Id} gave only part of the result: The results of this query exceed the set limit of 500000 records, "
            + "so not all records were returned (E_QUERY_RESULT_SET_TOO_LARGE).", $"{warning.Code}: {warning.Message}");
    }

    [Fact]
    public async Task AMistakeThatOnlyTheServiceFindsPointsIntoTheUsersText()
    {
        await using var service = Answering(
            """
            {"error":{"message":"The request had some invalid properties","code":"BadArgumentError","innererror":{"code":"SyntaxError",
              "message":"A recognition error occurred in the query.","innererror":{"code":"SYN0002","message":"Query could not be parsed at 'tke' on line [1,4]",
                "line":1,"pos":4,"token":"tke"}}}}
            """, 400);
        var result = await (await ConnectAsync(service)).RunAsync(Queries.Of("T | tke 5"), Test);
        var error = Assert.Single(result.Diagnostics);
        Assert.Equal(
            $"FK0431: {Id} did not run the query: Query could not be parsed at 'tke' on line [1,4] (SYN0002)", $"{error.Code}: {error.Message}");
        Assert.Equal(new TextSpan(4, 3), error.Span);
    }

    [Fact]
    public async Task AServiceThatIsBusyIsAskedAgain()
    {
        var times = 0;
        await using var service = new StandInService(asked => asked.Path.EndsWith("metadata", StringComparison.Ordinal)
            ? new Answer(Metadata)
            : ++times == 1
            ? new Answer("""{"error":{"code":"ThrottledError","message":"Too many requests."}}""", 429) { Headers = [("Retry-After", "1")] }
            : new Answer("""{"tables":[{"name":"PrimaryResult","columns":[{"name":"n","type":"long"}],"rows":[[7]]}]}"""));
        var result = await (await ConnectAsync(service)).RunAsync(Queries.Of("T"), Test);
        Assert.Equal([7L], Row(result.OrThrow().Table, 0));
        Assert.Equal(2, times);
    }

    [Theory]
    [InlineData(504, "GatewayTimeout", "FK0435: the workspace 11111111-2222-3333-4444-555555555555 took too long: No. (GatewayTimeout) Ask for less at once: fewer days with --last, or filter before you join and summarize.")]
    [InlineData(404, "WorkspaceNotFoundError", "FK0433: the workspace 11111111-2222-3333-4444-555555555555 is not there: No. (WorkspaceNotFoundError) Check its name and address.")]
    [InlineData(403, "InsufficientAccessError", "FK0432: You may not query the workspace 11111111-2222-3333-4444-555555555555: No. (InsufficientAccessError) Ask its owner for read access, or sign in as somebody else with --auth.")]
    public async Task ARefusalIsADiagnostic(int status, string code, string expected)
    {
        await using var service = Answering($$$"""{"error":{"code":"{{{code}}}","message":"No."}}""", status);
        var result = await (await ConnectAsync(service)).RunAsync(Queries.Of("T"), Test);
        var error = Assert.Single(result.Diagnostics);
        Assert.Equal(expected, $"{error.Code}: {error.Message} {error.Hint}");
    }

    [Theory]
    [InlineData("my-workspace")]
    [InlineData("../../evil")]
    [InlineData("/subscriptions/1/x?y=1")]
    public async Task WhatIsNoWorkspaceIsRefused(string workspace)
    {
        var opened = await new RemotePlaces(new KeptTables()).WorkspaceAsync(workspace, null, null, Test);
        Assert.Equal($"'{workspace}' is no workspace ID.", Assert.Single(opened.Diagnostics).Message);
    }

    private static StandInService Answering(string body, int status = 200) => new(
        asked => asked.Path.EndsWith("metadata", StringComparison.Ordinal) ? new Answer(Metadata) : new Answer(body, status));

    private static async Task<IQueryConnection> ConnectAsync(StandInService service, string workspace = Id) =>
        (await new RemotePlaces(new KeptTables()).WorkspaceAsync(workspace, service.Address, null, Test)).OrThrow();

    private static IEnumerable<object?> Row(KqlTable table, int row) => table.Columns.Index().Select(c => table[row, c.Index]);
}
