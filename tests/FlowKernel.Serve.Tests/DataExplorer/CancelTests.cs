using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FlowKernel.Serve.Tests.DataExplorer;

// In one class, so that they run one after the other: they count the queries that run.
public sealed class CancelTests(ServedSample sample)
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ACommandCancelsTheQueryOfAnId()
    {
        var running = sample.FramesAsync(ServedSample.Endless, new JsonObject { ["ClientRequestId"] = "stop;me" });
        Answer answer;
        do
        {
            answer = await sample.CommandAsync(".cancel query \"stop;me\"");
        }
        while (!(bool)answer.Json["Tables"]![0]!["Rows"]![0]![2]!);

        var completion = (await running).Frames("DataSetCompletion").Single();
        Assert.True((bool)completion["Cancelled"]!);
        Assert.Equal("E_QUERY_CANCELLED", (string)completion["OneApiErrors"]![0]!["error"]!["code"]!);
    }

    [Fact]
    public async Task AClientThatGoesStopsItsQuery()
    {
        var before = sample.Server.RunningQueries;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Test);
        using var body = JsonContent.Create(Asking.Body(ServedSample.Endless, null));
        var running = sample.Http.PostAsync("/v2/rest/query", body, patience.Token);
        await Asking.UntilAsync(() => sample.Server.RunningQueries > before);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await Asking.UntilAsync(() => sample.Server.RunningQueries <= before);
    }

    [Fact]
    public async Task QueriesRunSideBySide()
    {
        var running = sample.FramesAsync(ServedSample.Endless, new JsonObject { ["ClientRequestId"] = "long" });

        Assert.Equal("[[1]]", (await sample.FramesAsync("print a = 1")).Primary["Rows"]!.ToJsonString());
        Assert.False(running.IsCompleted);
        while (!running.IsCompleted)
            await sample.CommandAsync(".cancel query 'long'");
        Assert.True((bool)(await running).Frames("DataSetCompletion").Single()["Cancelled"]!);
    }

    [Fact]
    public async Task AServerThatStopsCancelsItsQueries()
    {
        var other = (await FlowServer.StartAsync(
            sample.Workbench.Session, new ServeOptions(ServedSample.Database), Test)).OrThrow();
        using var body = JsonContent.Create(Asking.Body(ServedSample.Endless, null));
        var running = sample.Http.PostAsync(new Uri(other.Address, "/v2/rest/query"), body, Test);
        await Asking.UntilAsync(() => other.RunningQueries > 0);

        await other.DisposeAsync();

        Assert.Equal(0, other.RunningQueries);
        using var response = await running;
        Assert.Contains("E_QUERY_CANCELLED", await response.Content.ReadAsStringAsync(Test), StringComparison.Ordinal);
    }
}
