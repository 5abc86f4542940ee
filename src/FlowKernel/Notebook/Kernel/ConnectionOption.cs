using FlowKernel.Diagnostics;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>The connection that <c>--on</c> names.</summary>
internal static class ConnectionOption
{
    /// <summary>
    /// What is wrong with the name, pointing at it in the directive line; nothing where there is none or it is known.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Unknown(string? name, string line, FlowSession session) => name is null
        ? []
        : [.. session.Connection(name).Diagnostics.Select(d => d with { Span = OptionPlace.Of(line, "--on", name) })];
}
