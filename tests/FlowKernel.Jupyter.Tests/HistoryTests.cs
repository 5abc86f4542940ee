using System.Text.Json.Nodes;
using FlowKernel.Jupyter.Tests.Hosting;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Tests;

public sealed class HistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowkernel-history").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task TheTailReachesIntoEarlierSessions()
    {
        await RunAsync("one", "two");

        Assert.Equal(["[1,2,\"two\"]", "[2,1,\"three\"]"], await RunAsync(Tail(2), "three"));
    }

    [Fact]
    public async Task OutputsComeInPairsWithTheirInputs()
    {
        var request = Tail(1);
        request["output"] = true;

        Assert.Equal(["[1,2,[\"two\",\"value of two\"]]"], await RunAsync(request, "one", "two"));
    }

    [Theory]
    [InlineData(0, 2, 3, "[2,2,\"d\"]")]
    [InlineData(-1, 1, 2, "[1,1,\"a\"]")]
    [InlineData(1, 2, 9, "[1,2,\"b\"]")]
    public async Task ARangeTakesLinesOfOneSession(int session, int start, int stop, string expected)
    {
        await RunAsync("a", "b");
        var request = new JsonObject
        {
            ["hist_access_type"] = "range",
            ["session"] = session,
            ["start"] = start,
            ["stop"] = stop,
        };

        Assert.Equal([expected], await RunAsync(request, "c", "d"));
    }

    [Theory]
    [InlineData(false, null, "[1,1,\"a1\"] [1,3,\"a1\"] [1,4,\"a22\"]")]
    [InlineData(true, null, "[1,3,\"a1\"] [1,4,\"a22\"]")]
    [InlineData(false, 1, "[1,4,\"a22\"]")]
    public async Task ASearchMatchesAGlobPattern(bool unique, int? count, string expected)
    {
        var request = new JsonObject
        {
            ["hist_access_type"] = "search",
            ["pattern"] = "a?*",
            ["unique"] = unique,
            ["n"] = count,
        };

        Assert.Equal(expected, string.Join(' ', await RunAsync(request, "a1", "b", "a1", "a22")));
    }

    [Fact]
    public async Task CellsThatAreNotStoredLeaveNoTrace()
    {
        await using var host = new TestHost(new FakeKernel(), _folder);
        host.FrontEnd.Run("secret", new JsonObject { ["store_history"] = false });
        host.FrontEnd.Run("silent", new JsonObject { ["silent"] = true });

        Assert.Empty(Rows(host, Tail(9)));
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public async Task DamagedLinesAreLeftOut()
    {
        await RunAsync("one");
        File.AppendAllText(Path.Combine(_folder, "session-000001.jsonl"), "{\"line\": 2, \"inp");

        Assert.Equal(["[1,1,\"one\"]"], await RunAsync(Tail(9)));
    }

    [Fact]
    public async Task AFolderThatCannotBeWrittenCostsOnlyThePersistence()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        await using var host = new TestHost(new FakeKernel(), file);

        Assert.Equal("ok", host.FrontEnd.Run("one").Reply.Status);
        Assert.Equal(["[1,1,\"one\"]"], Rows(host, Tail(9)));
        Assert.StartsWith("The history is not kept: ", Assert.Single(host.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KernelsThatRunAtTheSameTimeHaveSessionsOfTheirOwn()
    {
        await using var first = new TestHost(new FakeKernel(), _folder);
        await using var second = new TestHost(new FakeKernel(), _folder);
        first.FrontEnd.Run("one");
        second.FrontEnd.Run("two");
        first.FrontEnd.Run("three");

        Assert.Equal(
            ["[1,1,\"one\"]", "[1,2,\"three\"]", "[2,1,\"two\"]"],
            Rows(second, Tail(9)).Order(StringComparer.Ordinal));
    }

    private static JsonObject Tail(int count) => new() { ["hist_access_type"] = "tail", ["n"] = count };

    private static string[] Rows(TestHost host, JsonObject request)
    {
        var reply = host.FrontEnd.Ask("history_request", request);
        return [.. reply.Content["history"]!.AsArray().Select(row => row!.ToJsonString())];
    }

    private Task<string[]> RunAsync(params string[] cells) => RunAsync(Tail(0), cells);

    private async Task<string[]> RunAsync(JsonObject request, params string[] cells)
    {
        await using var host = new TestHost(
            new FakeKernel
            {
                Run = (cell, _, _) =>
                    Task.FromResult(new CellResult { Value = MimeBundle.Plain("value of " + cell.Code) }),
            },
            _folder);
        foreach (var cell in cells)
            host.FrontEnd.Run(cell);
        return Rows(host, request);
    }
}
