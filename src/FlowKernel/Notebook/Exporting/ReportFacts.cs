using FlowKernel.Notebook.Running;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Exporting;

/// <summary>What a report says besides the notebook.</summary>
/// <param name="Name">The notebook's name, for where it has no heading.</param>
/// <param name="Session">The session that ran it: connections and queries.</param>
/// <param name="Tables">The whole tables behind outputs.</param>
public sealed record ReportFacts(string Name, FlowSession Session, OutputTables Tables)
{
    /// <summary>The values that the notebook was given, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>The notebook's folder, where the pictures of its text cells begin; null where it was never saved.</summary>
    public string? Folder { get; init; }

    /// <summary>How many cells have outputs of an earlier session, whose queries nobody knows any more.</summary>
    public int EarlierOutputs { get; init; }
}
