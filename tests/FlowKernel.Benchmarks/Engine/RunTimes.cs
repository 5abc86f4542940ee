namespace FlowKernel.Benchmarks.Engine;

/// <summary>What the runs of one way to ask a question took, each run; in milliseconds.</summary>
internal sealed class RunTimes
{
    /// <summary>From the text to the last row read.</summary>
    public List<double> Whole { get; } = [];

    /// <summary>Of that, check, lower and emit; empty by hand.</summary>
    public List<double> Compile { get; } = [];

    /// <summary>Of that, the SQL: prepared, run, and its rows read.</summary>
    public List<double> Run { get; } = [];

    /// <summary>The time that all threads of the process worked.</summary>
    public List<double> Work { get; } = [];
}
