using System.Reflection;
using FlowKernel.CSharp.Submissions;

namespace FlowKernel.CSharp.Tests.Submissions;

public sealed class SubmissionRunTests
{
    private static readonly ManualResetEventSlim Told = new();
    private static Exception _end = new();

    public static TheoryData<Exception, bool> Ends => new()
    {
        { new AggregateException(new OperationCanceledException(), new ThreadInterruptedException()), true },
        { new AggregateException(new AggregateException(new OperationCanceledException())), true },
        { new AggregateException(new OperationCanceledException(), new FormatException()), false },
    };

    [Theory]
    [MemberData(nameof(Ends), DisableDiscoveryEnumeration = true)]
    public async Task ALoopThatHearsOfAnInterruptFirstIsInterrupted(Exception end, bool isInterrupted)
    {
        Told.Reset();
        _end = end;
        using var interrupt = new CancellationTokenSource();
        var cell = typeof(SubmissionRunTests).GetMethod(nameof(EndWhenTold), BindingFlags.Static | BindingFlags.NonPublic)!;
        var run = new SubmissionRun(null, new RecordedOutput(), TimeSpan.FromSeconds(1)).RunAsync(cell, [], interrupt.Token);
        // What was registered last is told first: the run itself is, once the cell has ended.
        await using var first = interrupt.Token.Register(() =>
        {
            Told.Set();
            Assert.True(SpinWait.SpinUntil(() => run.IsCompleted, TimeSpan.FromSeconds(10)));
        });
        await interrupt.CancelAsync();
        var ended = await Record.ExceptionAsync(() => run);
        Assert.Equal(isInterrupted, ended is OperationCanceledException);
    }

    private static Task<object?> EndWhenTold(object?[] states)
    {
        Told.Wait(CancellationToken.None);
        throw _end;
    }
}
