using System.Text.Json.Nodes;
using FlowKernel.EndToEnd.Tools;

namespace FlowKernel.EndToEnd;

public sealed class InterruptTests
{
    [Theory]
    [InlineData("await Task.Delay(60_000);")]
    [InlineData("while (true) { }")]
    [InlineData("while (true);")]
    [InlineData("Thread.Sleep(60_000);")]
    [InlineData("Parallel.For(0, 8, _ => { while (true); });")]
    [InlineData("var n = Enumerable.Range(0, int.MaxValue).Select(i => i % 7).Where(i => i > 8).Count();")]
    [InlineData("var q = (from a in Enumerable.Range(0, 1 << 20) from b in Enumerable.Range(0, 1 << 20) select a).Count();")]
    [InlineData("Func<int> spin = () => { for (;;) { } };\nspin()")]
    [InlineData("int Spin() { int Inner() { again: goto again; } return Inner(); }\nSpin()")]
    [InlineData("int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);\nFib(60)")]
    [InlineData("await Task.Run(() => { while (true); });")]
    [InlineData("#!flowlogs\nrange a from 1 to 3000000000 step 1 | extend b = a % 7 | summarize dcount(strcat(b, a))")]
    public async Task AnInterruptEndsTheCellAndKeepsTheVariables(string code)
    {
        var jupyter = await JupyterInstallation.FindAsync();
        var end = JsonNode.Parse((await jupyter.RunScriptAsync("interrupt.py", code)).Output)!;
        Assert.Equal(("error", "Interrupted"), ((string?)end["status"], (string?)end["name"]));
        Assert.Equal("42", (string?)end["after"]![0]);
        // Far below the minute that each of these would take, far above what an interrupt takes on a busy machine.
        Assert.True((double)end["seconds"]! < 20, $"The interrupt took {end["seconds"]} s.");
    }
}
