using FlowKernel.Results;

namespace FlowKernel.Schema;

/// <summary>A table that queries can name.</summary>
/// <param name="Name">Its name, case-sensitive.</param>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="Description">One sentence for help and completion, or null.</param>
public sealed record TableSchema(string Name, IReadOnlyList<KqlColumn> Columns, string? Description = null)
{
    /// <summary>True when it may have more columns than are known: a check then believes any name.</summary>
    public bool IsOpen { get; init; }
}
