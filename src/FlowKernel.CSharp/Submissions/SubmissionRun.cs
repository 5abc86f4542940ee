using System.Reflection;
using FlowKernel.CSharp.Output;
using FlowKernel.CSharp.Weaving;
using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Submissions;

/// <summary>Runs a compiled cell so that it can be stopped.</summary>
internal sealed class SubmissionRun(ICellOutput output, TimeSpan grace)
{
    /// <summary>
    /// Runs the cell's entry point; the cell puts its variables into <paramref name="states"/> before its first
    /// statement. Throws what the cell throws, and <see cref="OperationCanceledException"/> on interrupt.
    /// </summary>
    public async Task<object?> RunAsync(MethodInfo entryPoint, object?[] states, CancellationToken cancellation)
    {
        var start = entryPoint.CreateDelegate<Func<object?[], Task<object?>>>();
        var running = Task.Run(
            () =>
            {
                CellConsole.Begin(output);
                CellScope.Enter(output, cancellation);
                return start(states);
            },
            CancellationToken.None);
        try
        {
            return await running.WaitAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await StopAsync(running);
            throw;
        }
    }

    private async Task StopAsync(Task running)
    {
        CellCancellation.BeginStopping();
        var ended = running.ContinueWith(
            task =>
            {
                _ = task.Exception;
                CellCancellation.EndStopping();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        await Task.WhenAny(ended, Task.Delay(grace, CancellationToken.None));
    }
}
