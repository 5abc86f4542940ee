using System.Net;
using System.Net.Http.Json;

namespace FlowKernel.Cli.Tests.Serving;

[Collection("console")]
public sealed class ServeCommandTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ServingNeedsData()
    {
        var run = await ToolRun.OfAsync("serve");
        Assert.Equal(
            "error FK0720: There is nothing to serve.\n"
            + "  Add --data DIR for a folder of imported flow logs, or --sample for the built-in sample.",
            run.Errors.Trim());
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task APortIsOneThatThereIs()
    {
        var run = await ToolRun.OfAsync("serve", "--sample", "--port", "70000");
        Assert.Contains("--port is a number from 0 to 65535.", run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task ItSaysWhereToConnectAnswersThereAndEndsWellWhenInterrupted()
    {
        using var tool = await ServingTool.StartAsync("--sample", "--port", "0");
        using var client = new HttpClient { BaseAddress = tool.Address };
        using var answer = await client.PostAsJsonAsync(
            "/v2/rest/query", new { db = "sample", csl = "NTANetAnalytics | count" }, Test);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"flowkernel query --cluster {tool.Url} --database sample", tool.Said, StringComparison.Ordinal);
        Assert.Contains($"{tool.Url}/v1/workspaces/", tool.Said, StringComparison.Ordinal);
        Assert.Equal(0, await tool.InterruptAsync());
    }

    [Fact]
    public async Task AnInterruptEndsItAlsoWhileAQueryRuns()
    {
        using var tool = await ServingTool.StartAsync("--sample", "--port", "0");
        using var client = new HttpClient { BaseAddress = tool.Address };
        var running = client.PostAsJsonAsync(
            "/v2/rest/query",
            new { db = "sample", csl = "range x from 1 to 100000000000 step 1 | summarize dcount(hash(x))" }, Test);
        using var other = await client.PostAsJsonAsync("/v2/rest/query", new { db = "sample", csl = "print 1" }, Test);

        Assert.Equal(0, await tool.InterruptAsync());
        using var answer = await running;
        Assert.Contains("E_QUERY_CANCELLED", await answer.Content.ReadAsStringAsync(Test), StringComparison.Ordinal);
    }
}
