namespace FlowKernel.Jupyter.KernelSpec;

/// <summary>How a kernel answered when it was tried.</summary>
/// <param name="ReadyAfter">The time from the start of its process to its first answer.</param>
/// <param name="Protocol">The protocol version it speaks.</param>
internal sealed record ProbeResult(TimeSpan ReadyAfter, string Protocol);
