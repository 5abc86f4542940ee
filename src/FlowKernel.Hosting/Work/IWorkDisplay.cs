using FlowKernel.Notebook.Progress;

namespace FlowKernel.Hosting.Work;

/// <summary>Where long work is shown while somebody waits for it; nothing of it stays.</summary>
public interface IWorkDisplay
{
    /// <summary>Shows a sentence that stays, such as what the user has to do before the work goes on.</summary>
    void Tell(string sentence);

    /// <summary>Does the work, with what it reports shown where it is waited for.</summary>
    Task<T> WhileAsync<T>(string what, Func<IProgress<ProgressStep>, Task<T>> work);
}
