using FlowKernel.CSharp.Submissions;

namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>The real pool is everybody's, and what others do with it meanwhile says nothing.</summary>
public sealed class LeftBehindTests
{
    private readonly LeftBehind _cells;
    private int _threads;

    public LeftBehindTests() => _cells = new LeftBehind(n =>
    {
        _threads += n;
        return true;
    });

    [Fact]
    public void AThreadOfThePoolIsReplacedForAsLongAsItsCellGoesOn()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        _cells.Count(first.Task);
        _cells.Count(second.Task);
        Assert.Equal(2, _threads);
        first.SetResult();
        second.SetCanceled(TestContext.Current.CancellationToken);
        Assert.Equal(0, _threads);
    }

    [Fact]
    public void ThereIsAnEndToReplacing()
    {
        for (var i = 0; i < LeftBehind.Most + 10; i++)
            _cells.Count(new TaskCompletionSource().Task);
        Assert.Equal(LeftBehind.Most, _threads);
    }

    [Fact]
    public void APoolThatRefusesIsLeftAsItIs()
    {
        var cell = new TaskCompletionSource();
        var asked = new List<int>();
        new LeftBehind(n =>
        {
            asked.Add(n);
            return false;
        }).Count(cell.Task);
        cell.SetResult();
        Assert.Equal([1], asked);
    }
}
