using FlowKernel.Session;

namespace FlowKernel.Interactive.Editing;

/// <summary>Proposals for a stretch of text that they replace.</summary>
public sealed record EditorCompletions(EditorSpan Replace, IReadOnlyList<CompletionItem> Items);

/// <summary>An explanation of a stretch of text.</summary>
public sealed record EditorHover(string Markdown, string Plain, EditorSpan Span);

/// <summary>A mistake: where, how bad (0 error, 1 warning, 2 information), its code, and the sentence.</summary>
public sealed record EditorDiagnostic(EditorSpan Span, int Severity, string Code, string Message);
