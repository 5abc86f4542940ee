using FlowKernel.Notebook.Kernel.Errors;

namespace FlowKernel.Tests.Notebook.Kernel.Errors;

public sealed class ExhaustionTests
{
    [Fact]
    public void LackOfMemoryIsToldInPlainWords()
    {
        var told = Exhaustion.Of(new OutOfMemoryException())!;
        Assert.StartsWith("The cell needed more memory than the kernel may use, which is ", told.Message);
        Assert.EndsWith(". Variables keep their values.", told.Message);
        Assert.Contains("FLOWKERNEL_MEMORY_LIMIT", told.Hint);
    }

    [Fact]
    public void EndlessRecursionIsToldInPlainWords()
    {
        var told = Exhaustion.Of(new InsufficientExecutionStackException())!;
        Assert.Equal("A function calls itself without end, or too deeply. Variables keep their values.", told.Message);
        Assert.Equal("Check the condition that ends the recursion, or use a loop.", told.Hint);
    }

    [Fact]
    public void OtherExceptionsExhaustNothing() => Assert.Null(Exhaustion.Of(new InvalidOperationException()));

    [Fact]
    public void AmongTheFailuresOfTasksTheExhaustionCounts()
    {
        var memory = new OutOfMemoryException();
        var several = new AggregateException(new InvalidOperationException(), new AggregateException(memory));
        Assert.Same(memory, Exhaustion.CauseOf(several));
        Assert.Same(several.InnerExceptions[0], Exhaustion.CauseOf(several.InnerExceptions[0]));
    }
}
