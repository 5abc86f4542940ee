namespace FlowKernel.Interactive;

/// <summary>Something that a running cell shows.</summary>
/// <param name="Kind">What the host does with it.</param>
/// <param name="Forms">Its forms as texts, by MIME type.</param>
/// <param name="Id">The id that a later update names, or null.</param>
public sealed record ShownCell(ShownKind Kind, IReadOnlyDictionary<string, string> Forms, string? Id = null);

/// <summary>What a host does with something that a cell shows.</summary>
public enum ShownKind
{
    /// <summary>Shows it under the cell.</summary>
    Display,

    /// <summary>Puts it in the place of what was shown under the same id.</summary>
    Update,

    /// <summary>Appends it to the standard output.</summary>
    Output,

    /// <summary>Appends it to the standard error.</summary>
    Error,
}
