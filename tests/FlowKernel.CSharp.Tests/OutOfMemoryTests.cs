using FlowKernel.CSharp.Errors;
using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Tests;

/// <summary>What the whole process is told concerns every cell in it, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(OutOfMemoryTests), DisableParallelization = true)]
[Collection(nameof(OutOfMemoryTests))]
public sealed class OutOfMemoryTests : IDisposable
{
    private readonly Notebook _notebook = new();

    public void Dispose() => CellMemory.IsExhausted = false;

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); Fib(60);")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("while (true) await Task.Delay(1);")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch { } }")]
    public async Task ACellEndsAtItsLineOnceMemoryIsExhausted(string code)
    {
        var run = await _notebook.StartAsync("var kept = 5;\n" + code, Notebook.Test);
        CellMemory.IsExhausted = true;
        var end = await Assert.ThrowsAsync<OutOfMemoryException>(() => run);
        CellMemory.IsExhausted = false;
        Assert.Equal(2, CellStackTrace.UserLine(end));
        Assert.Equal(5, await _notebook.ValueOf("kept"));
    }

    [Fact]
    public async Task ItsOwnExceptionCountsWhereItWasInterruptedAsWell()
    {
        using var stop = new CancellationTokenSource();
        var run = await _notebook.StartAsync("\nwhile (true) { }", stop.Token);
        CellMemory.IsExhausted = true;
        await stop.CancelAsync();
        Assert.Equal(2, CellStackTrace.UserLine(await Assert.ThrowsAsync<OutOfMemoryException>(() => run)));
    }

    [Fact]
    public async Task CellsRunAgainOnceThereIsMemory()
    {
        CellMemory.IsExhausted = true;
        CellMemory.IsExhausted = true;
        CellMemory.IsExhausted = false;
        Assert.Equal(45, await _notebook.ValueOf("var n = 0; for (var i = 0; i < 10; i++) n += i; n"));
    }
}
