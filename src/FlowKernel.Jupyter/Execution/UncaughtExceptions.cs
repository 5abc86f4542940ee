using System.Runtime.ExceptionServices;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Execution;

/// <summary>
/// Keeps the process when a thread, a timer or an <c>async void</c> of a cell ends with an exception that nobody catches: .NET would
/// end it, and all variables with it.
/// </summary>
internal static class UncaughtExceptions
{
    /// <summary>Tells of them on the error stream of the cell that runs, or ran last. Once for a process.</summary>
    /// <param name="explain">What to show; null for one that is not the user's, with which the process ends.</param>
    /// <param name="running">The cell that runs.</param>
    public static void Tell(Func<Exception, CellError?> explain, RunningCell running) =>
        ExceptionHandling.SetUnhandledExceptionHandler(exception =>
        {
            if (explain(exception) is not { } error)
                return false;
            running.Say($"A thread that a cell started has ended:\n{string.Join('\n', error.Traceback)}\n");
            return true;
        });
}
