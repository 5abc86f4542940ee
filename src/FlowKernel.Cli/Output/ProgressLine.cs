namespace FlowKernel.Cli.Output;

/// <summary>Progress that is told at once, on the thread that reports it.</summary>
internal sealed class ProgressLine<T>(Action<T> tell) : IProgress<T>
{
    public void Report(T value) => tell(value);
}
