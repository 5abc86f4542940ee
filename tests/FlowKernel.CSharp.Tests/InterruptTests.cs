using System.Diagnostics;

namespace FlowKernel.CSharp.Tests;

public sealed class InterruptTests
{
    private readonly Notebook _notebook = new();

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) ;")]
    [InlineData("for (;;) x++;")]
    [InlineData("Action nothing = () => {}; while (true) nothing();")]
    [InlineData("do x++; while (x > -1 || x < 0);")]
    [InlineData("again: x++; goto again;")]
    [InlineData("foreach (var i in Forever()) x = i; IEnumerable<int> Forever() { while (true) yield return 1; }")]
    [InlineData("int Slow(int n) => n < 2 ? 1 : Slow(n - 1) + Slow(n - 2); x = Slow(60);")]
    [InlineData("x = Enumerable.Range(0, int.MaxValue).Count(i => Enumerable.Range(0, i).Any(j => j < 0));")]
    [InlineData("x = (from i in Enumerable.Range(0, int.MaxValue) from j in Enumerable.Range(0, i) where j < 0 select j).Count();")]
    [InlineData("var l = new List<int>(new int[300_000]); x = (from i in l from j in l select j).Count();")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("while (true) try { await Task.Delay(60_000); } catch { }")]
    [InlineData("while (true) try { throw new Exception(); } catch { x++; }")]
    [InlineData("await Task.Delay(60_000);")]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("new ManualResetEventSlim().Wait(60_000);")]
    [InlineData("Parallel.For(0, 1000, _ => Thread.Sleep(60_000));")]
    [InlineData("await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => Thread.Sleep(60_000))));")]
    [InlineData("await Task.Yield(); Task.Delay(60_000).Wait();")]
    [InlineData("await Task.Yield(); lock (new object()) Monitor.Enter(Held());"
        + " object Held() { var o = new object(); var t = new Thread(() => Monitor.Enter(o)); t.Start(); t.Join();"
        + " return o; }")]
    public async Task AnInterruptEndsTheCellSoonAndItsVariablesSurvive(string code)
    {
        await _notebook.Run("var x = 0;");
        var late = await TimeToStop("var y = 5; " + code);
        // None of them would end by itself; how soon they stop is a matter for the benchmarks.
        Assert.InRange(late.TotalSeconds, 0, 30);
        Assert.Equal(5, await _notebook.ValueOf("y"));
    }

    [Fact]
    public async Task ThreadsOfThePoolThatSleepForACellAreGivenBack()
    {
        const string Sleepers =
            "var all = Enumerable.Range(0, 20).Select(_ => Task.Run(() => Thread.Sleep(-1))).ToArray();";
        await _notebook.Run("Task[] tasks = [];");
        for (var i = 0; i < 5; i++)
            await TimeToStop(Sleepers + " tasks = all; await Task.WhenAll(all);");
        Assert.Equal(20, await _notebook.ValueOf(
            "await Task.WhenAny(Task.WhenAll(tasks)); tasks.Count(t => !t.IsCompletedSuccessfully)"));
    }

    [Fact]
    public async Task FinallyBlocksOfAnInterruptedCellRun()
    {
        await TimeToStop(
            "var left = \"\"; try { while (true) { } } finally { foreach (var c in \"done\") left += c; }");
        Assert.Equal("done", await _notebook.ValueOf("left"));
    }

    [Fact]
    public async Task AnAbandonedAwaitDoesNotGoOnLater()
    {
        await TimeToStop("var go = new TaskCompletionSource(); var x = 1; await go.Task; x = 2;");
        await _notebook.Run("go.SetResult(); await Task.Delay(50);");
        Assert.Equal(1, await _notebook.ValueOf("x"));
    }

    [Fact]
    public async Task ACellThatBlocksIsWokenAndRunsItsFinallyBlocks()
    {
        await TimeToStop("var woken = \"\"; try { Thread.Sleep(-1); } finally { woken = Thread.CurrentThread.Name; }");
        Assert.Equal("flowkernel cell", await _notebook.ValueOf("woken"));
    }

    [Fact]
    public async Task AWakingThatComesTooLateHitsNobody()
    {
        await TimeToStop("try { while (true) { } } finally { var end = Environment.TickCount64 + 300;\n"
            + "while (Environment.TickCount64 < end) { } }");
        Assert.Equal(2, await _notebook.ValueOf("Thread.Sleep(1); 1 + 1"));
    }

    [Fact]
    public async Task ACellThatBlocksTakesNoThreadOfThePool() =>
        Assert.Equal(false, await _notebook.ValueOf("Thread.CurrentThread.IsThreadPoolThread"));

    [Fact]
    public async Task ACellCanPassItsTokenOn()
    {
        await TimeToStop(
            "var seen = false; try { await Task.Delay(-1, FlowKernel.CSharp.Weaving.CellCancellation.Token); } "
            + "catch (OperationCanceledException) { seen = true; }");
        Assert.Equal(true, await _notebook.ValueOf("seen"));
    }

    [Fact]
    public async Task BackgroundWorkOfAnEarlierCellGoesOn()
    {
        await _notebook.Run("var ticks = 0; var stop = false; var work = Task.Run(() => { while (!stop) ticks++; });");
        await TimeToStop("while (true) { }");
        Assert.Equal(true, await _notebook.ValueOf(
            "var before = ticks; var alive = SpinWait.SpinUntil(() => ticks > before, 5_000); stop = true; alive"));
    }

    [Theory]
    [InlineData("int Deep(int n) => Deep(n + 1) + 1; Deep(0)")]
    [InlineData("class Loop { public int Value => Value + 1; } new Loop().Value")]
    [InlineData("Func<int, int> f = null; f = n => f(n) + 1; f(0)")]
    [InlineData("class Own { Own inner = new Own(); } new Own()")]
    [InlineData("class Own { public Own Inner { get; } = new(); } new Own()")]
    [InlineData("record Ring(string Name) { public Ring Next { get; set; } } var a = new Ring(\"a\"); a.Next = a; a.GetHashCode()")]
    [InlineData("record Ring { public Ring Next { get; set; } } var a = new Ring(); a.Next = a; var b = new Ring(); b.Next = b; a == b")]
    [InlineData("record Base; sealed record Ring<T> : Base { public Ring<T> Next { get; set; } } var a = new Ring<int>(); a.Next = a; a.GetHashCode()")]
    [InlineData("sealed record Ring { public Ring Next; } var a = new Ring(); a.Next = a; new HashSet<Ring> { a }")]
    [InlineData("class Twin : IDisposable { public Twin Other; public void Dispose() { Other.Dispose(); } } var t = new Twin(); t.Other = new Twin { Other = t }; using (t) { }")]
    [InlineData("class Ends : IAsyncDisposable { public async ValueTask DisposeAsync() { await DisposeAsync(); } } await new Ends().DisposeAsync();")]
    [InlineData("try { } finally { Func<int, int> f = null; f = n => f(n) + 1; f(0); }")]
    [InlineData("try { } finally { int Deep(int n) { return Deep(n + 1) + 1; } Deep(0); }")]
    public async Task CallsWithoutEndAreAnErrorNotTheEndOfTheProcess(string code)
    {
        await Assert.ThrowsAsync<InsufficientExecutionStackException>(() => _notebook.Run(code));
        Assert.Equal(2, await _notebook.ValueOf("1 + 1"));
    }

    private async Task<TimeSpan> TimeToStop(string code)
    {
        using var interrupt = new CancellationTokenSource();
        var run = await _notebook.StartAsync(code, interrupt.Token);
        await Task.WhenAny(run, Task.Delay(100, Notebook.Test));
        Assert.False(run.IsCompleted);
        var clock = Stopwatch.StartNew();
        await interrupt.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        return clock.Elapsed;
    }
}
