namespace FlowKernel.Jupyter;

/// <summary>How a host behaves; the defaults are those of a kernel that a user starts.</summary>
public sealed record JupyterHostOptions
{
    /// <summary>What the kernel tells of itself.</summary>
    public KernelIdentity Identity { get; init; } = KernelIdentity.Default;

    /// <summary>The clock for message dates and for gathering output.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where the history of cells is kept; null keeps it in memory.</summary>
    public string? HistoryFolder { get; init; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "flowkernel", "history");

    /// <summary>Takes a sentence for what goes wrong unseen by the user, such as a dropped message.</summary>
    public Action<string> Log { get; init; } = _ => { };
}
