using FlowKernel.Diagnostics;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>Checks the name that <c>--name</c> gives, in both languages, before the query runs.</summary>
internal static class ResultNames
{
    /// <summary>What speaks against the name, in the directive line; errors of one language at a time.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> CheckAsync(
        string? name, string line, NotebookParts parts, CancellationToken cancellation)
    {
        if (name is null)
            return [];
        var found = parts.CSharp.CheckName(name);
        if (!found.Any(d => d.IsError))
            found = [.. found, .. await KeptNames.CheckAsync(parts.Session, name, cancellation)];
        var place = OptionPlace.Of(line, "--name", name);
        return [.. found.Select(d => d with { Span = place })];
    }
}
