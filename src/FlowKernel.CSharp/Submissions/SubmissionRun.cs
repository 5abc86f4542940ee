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
        CellConsole.Install();
        var start = entryPoint.CreateDelegate<Func<object?[], Task<object?>>>();
        var running = Task.Run(
            async () =>
            {
                CellScope.Enter(output, cancellation);
                using var watch = CellCancellation.Watch(cancellation);
                return await start(states);
            },
            CancellationToken.None);
        try
        {
            return await running.WaitAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Task.WhenAny(running, Task.Delay(grace, CancellationToken.None));
            throw;
        }
    }
}
