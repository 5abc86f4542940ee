namespace FlowKernel.Results;

/// <summary>What a run cost.</summary>
/// <param name="Elapsed">From the start of the check to the last row.</param>
/// <param name="RanOn">Where it ran, in a word or two, such as <c>sample</c> or a workspace's name.</param>
public sealed record QueryStatistics(TimeSpan Elapsed, string RanOn)
{
    /// <summary>Time spent by stage, in order: check, lower, emit, run.</summary>
    public IReadOnlyList<(string Stage, TimeSpan Elapsed)> Stages { get; init; } = [];
}
