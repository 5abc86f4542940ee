namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>A cell that can be put together with others.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="KeepsTypes">
/// True when its types, if it has some, stay where they are loaded; false when they are compiled again like the rest.
/// </param>
internal sealed record MovingCell(Submission Cell, bool KeepsTypes);
