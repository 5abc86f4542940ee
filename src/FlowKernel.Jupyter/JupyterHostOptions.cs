namespace FlowKernel.Jupyter;

/// <summary>How a host behaves; the defaults are those of a kernel that a user starts.</summary>
public sealed record JupyterHostOptions
{
    /// <summary>What the kernel tells of itself.</summary>
    public KernelIdentity Identity { get; init; } = KernelIdentity.Default;

    /// <summary>The clock for message dates and for gathering output.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where the history of cells is kept; null keeps it in memory.</summary>
    public string? HistoryFolder { get; init; } = Path.Combine(UserFolder, "history");

    /// <summary>
    /// Where each running kernel process says which cell it runs, for the case that it ends unexpectedly; null for
    /// nowhere.
    /// </summary>
    public string? RunFolder { get; init; } = Path.Combine(UserFolder, "running");

    /// <summary>
    /// The most memory that cells may use: <c>8G</c>, <c>1500M</c>, <c>50%</c> of what the machine has; null for 60 %.
    /// </summary>
    public string? MemoryLimit { get; init; } =
        Environment.GetEnvironmentVariable(Memory.MemoryLimit.Variable);

    /// <summary>Takes a sentence for what goes wrong unseen by the user, such as a dropped message.</summary>
    public Action<string> Log { get; init; } = _ => { };

    /// <summary>The note of what runs; none unless a process of its own keeps one.</summary>
    internal Execution.RunMarker Marker { get; init; } = Execution.RunMarker.None;

    /// <summary>What runs; given by who must stop it for another reason than an interrupt.</summary>
    internal Execution.RunningCell Running { get; init; } = new();

    // Not verified: where the folder is not there yet, the answer would be empty and all of this in the working folder.
    private static string UserFolder => Path.Combine(
        Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "flowkernel");
}
