using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Execution;

/// <summary>What the handlers of one running host share.</summary>
internal sealed record HostSession
{
    /// <summary>The kernel, once it is there.</summary>
    public required Task<INotebookKernel> Kernel { get; init; }

    public required KernelIdentity Identity { get; init; }

    public required TimeProvider Clock { get; init; }

    public required RequestChannel Shell { get; init; }

    public required StdinChannel Stdin { get; init; }

    public required CellHistory History { get; init; }

    public required RunMarker Marker { get; init; }

    public required RunningCell Running { get; init; }

    /// <summary>Completes with whether to start again, once a front end has asked the kernel to end.</summary>
    public TaskCompletionSource<bool> Shutdown { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
