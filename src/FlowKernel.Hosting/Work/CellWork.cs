using FlowKernel.Notebook;
using FlowKernel.Notebook.Progress;

namespace FlowKernel.Hosting.Work;

/// <summary>Work that a cell waits for.</summary>
public sealed class CellWork(ICellOutput output) : IWorkDisplay
{
    /// <inheritdoc/>
    public void Tell(string sentence) => output.Display(ResultDisplay.Quiet(sentence));

    /// <inheritdoc/>
    public async Task<T> WhileAsync<T>(string what, Func<IProgress<ProgressStep>, Task<T>> work)
    {
        using var progress = ProgressDisplay.Start(output, TimeProvider.System, what);
        return await work(progress);
    }
}
