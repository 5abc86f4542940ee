using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Submissions;

/// <summary>Runs code of a cell, or code that may call it, so that it can be stopped.</summary>
/// <param name="grace">What the code gets to end by itself before its threads are woken.</param>
internal sealed class StoppableCode(TimeSpan grace)
{
    // Library code has no checks: it goes on until .NET refuses it memory, which then tells the line.
    private static readonly TimeSpan GraceOutOfMemory = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Runs the code on a thread of its own. Throws what it throws, and <see cref="OperationCanceledException"/> on
    /// interrupt and where it was stopped for want of memory without an exception of its own.
    /// </summary>
    public async Task<object?> RunAsync(Func<Task<object?>> code, CancellationToken cancellation)
    {
        var thread = CellThread.Start(code);
        try
        {
            return await thread.Running.WaitAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await thread.EndAsync(CellMemory.IsExhausted ? GraceOutOfMemory : grace);
            if (thread.Running.Exception?.GetBaseException() is OutOfMemoryException)
                await thread.Running;
            throw;
        }
        // The cell may hear of an interrupt first, and its loop ends with what each of its threads was stopped with.
        catch (AggregateException ended) when (cancellation.IsCancellationRequested
            && ended.Flatten().InnerExceptions.All(e => e is OperationCanceledException or ThreadInterruptedException))
        {
            throw new OperationCanceledException(ended.Message, ended, cancellation);
        }
    }
}
