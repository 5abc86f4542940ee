using System.Text.Json.Nodes;
using FlowKernel.Azure.Tests.Standing;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Azure.Tests.DataExplorer;

/// <summary>What a cluster is asked.</summary>
public sealed class ClusterRequestTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheUsersTextGoesThereWithWhatItNeedsBeforeIt()
    {
        await using var cluster = new Cluster(_ => Frames.Of(Frames.Head, Frames.Table("x:long", ""), Frames.End));
        cluster.Kept.Keep("bad ones", KqlTable.FromRows([new("Ip", KqlType.String)], [["10.0.0.\"4"]]));
        cluster.Kept.Keep("unused", KqlTable.FromRows([new("Ip", KqlType.String)], [["x"]]));
        const string Kql = "Flows\n| where SrcIp == ip and SrcIp in (['bad ones'])";
        await RunAsync(cluster, Queries.Of(Kql, null, ("ip", KqlType.String, "a\";drop")));
        var asked = cluster.Service.Requests.Last();
        Assert.Equal("/v2/rest/query", asked.Path);
        Assert.Equal("flows", (string?)asked.Json["db"]);
        Assert.Equal(
            "let ip = \"a\\\";drop\";\nlet ['bad ones'] = datatable(Ip:string)[\"10.0.0.\\\"4\",];\n" + Kql, (string?)asked.Json["csl"]);
        Assert.Null(asked.Headers["Authorization"]);
    }

    [Fact]
    public async Task ARequestCanOnlyReadAndHasTime()
    {
        var options = await OptionsAsync(Queries.Of("Flows"));
        Assert.Equal(
            """{"servertimeout":"00:10:00","request_readonly":true,"results_progressive_enabled":true}""", options.ToJsonString());
    }

    [Fact]
    public async Task TheLastDaysAreARangeOfTheRequest()
    {
        var options = await OptionsAsync(Queries.Of("Flows", TimeSpan.FromDays(7)));
        Assert.Equal(
            ("TimeGenerated", "2024-04-24T12:00:00Z", "2024-05-01T12:00:00Z"),
            ((string?)options["query_datetimescope_column"], (string?)options["query_datetimescope_from"],
                (string?)options["query_datetimescope_to"]));
    }

    [Fact]
    public async Task APinnedNowIsTheRequestsNow()
    {
        var options = await OptionsAsync(Queries.Of("Flows"), new Microsoft.Extensions.Time.Testing.FakeTimeProvider());
        Assert.Equal("2024-05-01T12:00:00Z", (string?)options["query_now"]);
    }

    [Fact]
    public async Task AMistakeThatOnlyTheClusterFindsPointsIntoTheUsersText()
    {
        const string Error =
            """
            {"error":{"code":"General_BadRequest","message":"Request is invalid and cannot be executed.",
              "@message":"Semantic error: SEM0100: 'where' operator: Failed to resolve column or scalar expression named 'Proto' [line:position=3:8]. Query: 'let ip = ...'"}}
            """;
        await using var cluster = new Cluster(_ => new Answer(Error, 400));
        const string Kql = "Flows\n| where Proto == ip";
        var result = await RunAsync(cluster, Queries.Of(Kql, null, ("ip", KqlType.String, "x")));
        var error = Assert.Single(result.Diagnostics);
        Assert.Equal(
            "FK0431: localhost/flows did not run the query: Semantic error: SEM0100: 'where' operator: "
            + "Failed to resolve column or scalar expression named 'Proto'", $"{error.Code}: {error.Message}");
        Assert.Equal(new TextSpan(Kql.IndexOf("Proto", StringComparison.Ordinal), 5), error.Span);
    }

    [Fact]
    public async Task AQueryThatIsStoppedIsCancelledThere()
    {
        var cancelled = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var cluster = new Cluster(asked =>
        {
            if (asked.Path == "/v2/rest/query")
                return Frames.Of(Frames.Head) with { After = cancelled.Task };
            cancelled.SetResult((string)asked.Json["csl"]!);
            return new Answer("""{"Tables":[]}""");
        });
        var connection = await cluster.ConnectAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Test);
        var running = connection.RunAsync(Queries.Of("Flows"), stop.Token);
        while (!cluster.Service.Requests.Any(r => r.Path == "/v2/rest/query"))
            await Task.Delay(10, Test);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        var id = cluster.Service.Requests.First(r => r.Path == "/v2/rest/query").Headers["x-ms-client-request-id"];
        Assert.Equal($".cancel query \"{id}\"", await cancelled.Task.WaitAsync(Test));
    }

    [Fact]
    public async Task AKeptTableThatIsTooLargeIsRefusedBeforeAnythingIsSent()
    {
        await using var cluster = new Cluster(_ => throw new InvalidOperationException("Nothing is to be asked."));
        cluster.Kept.Keep("big", KqlTable.FromRows([new("n", KqlType.Long)], [.. Enumerable.Range(0, 200_000).Select(i => (object?[])[(long)i])]));
        var result = await RunAsync(cluster, Queries.Of("big | count"));
        Assert.Equal(
            "The kept table 'big' has 200,000 rows, too many to send along to flows.", Assert.Single(result.Diagnostics).Message);
    }

    private static async Task<JsonNode> OptionsAsync(CheckedQuery query, TimeProvider? clock = null)
    {
        await using var cluster = new Cluster(_ => Frames.Of(Frames.Head, Frames.Table("x:long", ""), Frames.End));
        (await (await cluster.ConnectAsync(clock)).RunAsync(query, Test)).OrThrow();
        return JsonNode.Parse((string)cluster.Service.Requests.Last().Json["properties"]!)!["Options"]!;
    }

    private static async Task<Diagnostics.Outcome<QueryResult>> RunAsync(Cluster cluster, CheckedQuery query) =>
        await (await cluster.ConnectAsync()).RunAsync(query, Test);
}
