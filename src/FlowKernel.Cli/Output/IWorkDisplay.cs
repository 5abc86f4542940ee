using FlowKernel.Notebook;
using FlowKernel.Notebook.Progress;

namespace FlowKernel.Cli.Output;

/// <summary>Where long work is shown while somebody waits for it; nothing of it stays.</summary>
internal interface IWorkDisplay
{
    /// <summary>Does the work, with what it reports shown where it is waited for.</summary>
    Task<T> WhileAsync<T>(string what, Func<IProgress<ProgressStep>, Task<T>> work);
}

/// <summary>Work that a cell waits for.</summary>
internal sealed class CellWork(ICellOutput output) : IWorkDisplay
{
    public async Task<T> WhileAsync<T>(string what, Func<IProgress<ProgressStep>, Task<T>> work)
    {
        using var progress = ProgressDisplay.Start(output, TimeProvider.System, what);
        return await work(progress);
    }
}
