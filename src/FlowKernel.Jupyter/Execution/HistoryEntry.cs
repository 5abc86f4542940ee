namespace FlowKernel.Jupyter.Execution;

/// <summary>A cell that was run: in which session, with which execution count, and its value as text or null.</summary>
internal sealed record HistoryEntry(int Session, int Line, string Input, string? Output);
