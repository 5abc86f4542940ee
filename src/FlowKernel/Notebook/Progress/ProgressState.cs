namespace FlowKernel.Notebook.Progress;

/// <summary>Long work at one moment: what it is, how far it is, and how long it has taken.</summary>
/// <param name="What">What the work is, such as <c>Importing</c>.</param>
/// <param name="Step">How far it is.</param>
/// <param name="Elapsed">How long it has taken.</param>
public sealed record ProgressState(string What, ProgressStep Step, TimeSpan Elapsed)
{
    private const double LeastShare = 0.02;
    private static readonly TimeSpan LeastElapsed = TimeSpan.FromSeconds(2);

    /// <summary>The share that is done, within 0 to 1; null where nobody knows.</summary>
    public double? Share => Step.Share is { } share && double.IsFinite(share) ? Math.Clamp(share, 0, 1) : null;

    /// <summary>
    /// About how long the rest takes, in whole seconds, if it goes on as it went; null while it is too early to tell.
    /// </summary>
    public TimeSpan? Remaining => Share is >= LeastShare and < 1 and var share && Elapsed >= LeastElapsed
        ? TimeSpan.FromSeconds(Math.Ceiling(Elapsed.TotalSeconds * (1 - share) / share))
        : null;
}
