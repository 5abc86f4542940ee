using System.Reflection;
using FlowKernel.CSharp.Errors;
using FlowKernel.CSharp.Output;
using FlowKernel.CSharp.Weaving;
using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Submissions;

/// <summary>Runs a compiled cell so that it can be stopped.</summary>
internal sealed class SubmissionRun(CellText? cell, ICellOutput output, TimeSpan grace)
{
    /// <summary>
    /// Runs the cell's entry point; the cell puts its variables into <paramref name="states"/> before its first
    /// statement. Throws what the cell throws, and <see cref="OperationCanceledException"/> on interrupt and where it
    /// was stopped for want of memory without an exception of its own.
    /// </summary>
    public Task<object?> RunAsync(MethodInfo entryPoint, object?[] states, CancellationToken cancellation)
    {
        CellConsole.Install();
        var start = entryPoint.CreateDelegate<Func<object?[], Task<object?>>>();
        return new StoppableCode(grace).RunAsync(async () =>
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
        }, cancellation);
    }
}
