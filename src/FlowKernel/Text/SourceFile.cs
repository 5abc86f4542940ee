namespace FlowKernel.Text;

/// <summary>A file with its text, for places that are in no cell.</summary>
/// <param name="Path">Its name as users know it.</param>
/// <param name="Text">What it held when it was read.</param>
public sealed record SourceFile(string Path, SourceText Text);
