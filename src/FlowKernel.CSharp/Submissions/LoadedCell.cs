using System.Reflection;

namespace FlowKernel.CSharp.Submissions;

/// <summary>A cell that was loaded.</summary>
/// <param name="EntryPoint">Runs it; null when it holds nothing to run, such as usings alone.</param>
/// <param name="Image">What it is loaded from again; null for one that is not.</param>
internal sealed record LoadedCell(MethodInfo? EntryPoint, CellImage? Image)
{
    /// <summary>A cell without code.</summary>
    public static LoadedCell Empty { get; } = new(null, null);
}
