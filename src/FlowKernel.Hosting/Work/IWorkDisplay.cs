using FlowKernel.Notebook.Progress;

namespace FlowKernel.Hosting.Work;

/// <summary>Where long work is shown while somebody waits for it; nothing of it stays.</summary>
public interface IWorkDisplay
{
    /// <summary>Does the work, with what it reports shown where it is waited for.</summary>
    Task<T> WhileAsync<T>(string what, Func<IProgress<ProgressStep>, Task<T>> work);
}
