using System.Text.Json;
using System.Text.Json.Serialization;
using FlowKernel.Schema;

namespace FlowKernel.Kql.Language;

/// <summary>The JSON that goes to the scripts and comes back, read and written without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, MaxDepth = 4096)]
[JsonSerializable(typeof(CheckReply))]
[JsonSerializable(typeof(CompletionReply))]
[JsonSerializable(typeof(ExplanationReply))]
[JsonSerializable(typeof(SyntaxReply))]
[JsonSerializable(typeof(SchemaMessage))]
[JsonSerializable(typeof(IReadOnlyList<int>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<string[]>))]
[JsonSerializable(typeof(IReadOnlyList<JsonElement[]>))]
internal sealed partial class ScriptJson : JsonSerializerContext;

/// <summary>What the script's <c>check</c> answers.</summary>
internal sealed record CheckReply(string Kind, IReadOnlyList<ReplyDiagnostic> Diagnostics, JsonElement? Tree);

/// <summary>A diagnostic of the language service; for an unknown name, with the names that are known there.</summary>
/// <param name="Code">The code, such as KS142.</param>
/// <param name="Severity">Error, Warning, or another word.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="Length">How many characters.</param>
/// <param name="Names">Pairs of a name and its kind, <c>function</c> or <c>value</c>, or null.</param>
/// <param name="Parameters">The parameters that the expression names, or null.</param>
internal sealed record ReplyDiagnostic(
    string Code, string Severity, string Message, int Start, int Length,
    IReadOnlyList<IReadOnlyList<string>>? Names = null, IReadOnlyList<string>? Parameters = null);

/// <summary>What <c>complete</c> answers.</summary>
internal sealed record CompletionReply(int Start, int Length, IReadOnlyList<CompletionReplyItem> List);

/// <summary>One proposal, with the language service's word for its kind.</summary>
internal sealed record CompletionReplyItem(string Label, string Insert, string Kind);

/// <summary>What <c>explain</c> answers.</summary>
/// <param name="Start">The offset of the word.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="Texts">What the language service says of it.</param>
/// <param name="Token">The word's kind in its grammar, such as <c>ByKeyword</c>.</param>
/// <param name="Within">The kinds of what holds it, innermost first, as far as its operator.</param>
/// <param name="Operator">The first word of that operator; empty where there is none.</param>
internal sealed record ExplanationReply(
    int Start, int Length, IReadOnlyList<string> Texts, string Token, IReadOnlyList<string> Within, string Operator);

/// <summary>What <c>syntax</c> answers.</summary>
internal sealed record SyntaxReply(bool OnlyDeclares, IReadOnlyList<SyntaxReplyError> Errors);

/// <summary>A syntax error: its place, and what the language service says.</summary>
internal sealed record SyntaxReplyError(int Start, int Length, string Message);

/// <summary>
/// A schema as the scripts read it: the numbers of its tables and functions, and those of them that are new to the scripts. An
/// open one may have more tables.
/// </summary>
internal sealed record SchemaMessage(
    string Name, bool Open, IReadOnlyList<int> Members, IReadOnlyDictionary<int, TableMessage> Added,
    IReadOnlyDictionary<int, FunctionSchema> AddedFunctions, IReadOnlyList<string> Places, bool HasNeighbours);

/// <summary>
/// A table as the scripts read it; a column is its name, its type, and the values that it is documented to hold. An open
/// one may have more columns.
/// </summary>
internal sealed record TableMessage(
    string Name, string? Description, bool Open, IReadOnlyList<string[]> Columns);
