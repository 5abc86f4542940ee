using System.Reflection;
using FlowKernel.CSharp.Errors;
using FlowKernel.CSharp.Output;
using FlowKernel.CSharp.Weaving;
using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Submissions;

/// <summary>Runs a compiled cell so that it can be stopped.</summary>
internal sealed class SubmissionRun(CellText? cell, ICellOutput output, TimeSpan grace)
{
    // Library code has no checks: it goes on until .NET refuses it memory, which then tells the line.
    private static readonly TimeSpan GraceOutOfMemory = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Runs the cell's entry point; the cell puts its variables into <paramref name="states"/> before its first
    /// statement. Throws what the cell throws, and <see cref="OperationCanceledException"/> on interrupt and where it
    /// was stopped for want of memory without an exception of its own.
    /// </summary>
    public async Task<object?> RunAsync(MethodInfo entryPoint, object?[] states, CancellationToken cancellation)
    {
        CellConsole.Install();
        var start = entryPoint.CreateDelegate<Func<object?[], Task<object?>>>();
        var thread = CellThread.Start(async () =>
        {
            CellScope.Enter(output, cancellation);
            using var watch = CellCancellation.Watch(cancellation);
            CellPlaces.Statement = 0;
            try
            {
                return await start(states);
            }
            catch (Exception ended) when (CellPlaces.NoteEnd(ended, cell))
            {
                throw;
            }
        });
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
