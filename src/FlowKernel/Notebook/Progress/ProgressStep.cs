namespace FlowKernel.Notebook.Progress;

/// <summary>How far long work is.</summary>
/// <param name="Text">What is being done right now, such as <c>12 of 40 files</c>.</param>
/// <param name="Share">How much of all is done, from 0 to 1; null where nobody knows.</param>
public readonly record struct ProgressStep(string Text, double? Share = null);
