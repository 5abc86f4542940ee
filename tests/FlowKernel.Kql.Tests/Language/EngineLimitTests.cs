using System.Diagnostics;
using FlowKernel.Diagnostics;
using FlowKernel.Kql.Language;
using FlowKernel.Session;

namespace FlowKernel.Kql.Tests.Language;

public class EngineLimitTests
{
    private static readonly V8Limits Tight = new(TimeSpan.FromSeconds(2), 300UL << 20, 4 << 20);

    private static Task<Outcome<CheckedQuery>> CheckAsync(KqlLanguage language, string query) =>
        language.CheckAsync(query, KqlFixture.Small, TestContext.Current.CancellationToken);

    [Fact]
    public async Task RunawayTextIsStoppedAndTheNextQueryWorks()
    {
        using var language = new KqlLanguage(Tight);
        await language.Ready;
        var query = "print " + new string('(', 100_000) + "1" + new string(')', 100_000);
        var started = Stopwatch.GetTimestamp();
        var outcome = await CheckAsync(language, query);
        Assert.False(outcome.Succeeded);
        Assert.Contains(outcome.Diagnostics[0].Code, (string[])["FK0111", "FK0112", "FK0113"]);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(2));
        Assert.True((await CheckAsync(language, "T | take 1")).Succeeded);
    }

    [Fact]
    public async Task MemoryIsBounded()
    {
        using var language = new KqlLanguage(
            Tight with { HeapBytes = 120UL << 20, CallTime = TimeSpan.FromMinutes(2) });
        await language.Ready;
        var query = "T | where a in (" + string.Join(',', Enumerable.Repeat("1", 400_000)) + ")";
        var outcome = await CheckAsync(language, query);
        Assert.Equal("FK0112", outcome.Diagnostics[0].Code);
        Assert.True((await CheckAsync(language, "T | take 1")).Succeeded);
    }

    [Fact]
    public async Task DisposingStopsACallThatRuns()
    {
        var language = new KqlLanguage(Tight with { CallTime = TimeSpan.FromMinutes(5) });
        await language.Ready;
        var running = CheckAsync(language, "print " + new string('(', 100_000) + "1" + new string(')', 100_000));
        var started = Stopwatch.GetTimestamp();
        language.Dispose();
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1));
        Assert.True(await Record.ExceptionAsync(() => running) is null or OperationCanceledException);
    }

    [Fact]
    public async Task TextBeyondTheLimitIsRefusedUnread()
    {
        using var language = new KqlLanguage();
        var outcome = await CheckAsync(language, new string(' ', 5_000_000));
        Assert.Equal("The query is longer than 1,048,576 characters.", outcome.Diagnostics[0].Message);
    }
}
