namespace FlowKernel.Jupyter.KernelSpec;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Subject">What was looked at, in a word or two.</param>
/// <param name="IsGood">False when it keeps the kernel from working.</param>
/// <param name="Text">What was found.</param>
/// <param name="Hint">A way out, or null.</param>
public sealed record KernelFinding(string Subject, bool IsGood, string Text, string? Hint = null);
