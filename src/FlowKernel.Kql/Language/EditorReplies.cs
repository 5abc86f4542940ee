using System.Text.Json;
using FlowKernel.FlowLogs;
using FlowKernel.Schema;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Kql.Language;

/// <summary>Reads what the scripts answer to an editor's questions.</summary>
internal static class EditorReplies
{
    /// <summary>The proposals, with the kinds in plain words.</summary>
    public static CompletionList Completion(string json, string kql)
    {
        var found = JsonSerializer.Deserialize(json, ScriptJson.Default.CompletionReply)!;
        return new CompletionList(
            Inside(kql, found.Start, found.Length),
            [.. found.List.Select(i => new CompletionItem(i.Label, i.Insert, KindOf(i.Kind)))]);
    }

    /// <summary>
    /// The explanation as Markdown: what the language service says, then a table's own description, what a column
    /// holds, or what the reference says of a name of KQL.
    /// </summary>
    public static QuickInfo? Explanation(string json, string kql, DatabaseSchema schema)
    {
        var found = JsonSerializer.Deserialize(json, ScriptJson.Default.ExplanationReply)!;
        var span = Inside(kql, found.Start, found.Length);
        var word = kql.Substring(span.Start, span.Length);
        if (HoveredTopic.Find(word, found.Texts) is { } topic)
            return HoveredTopic.Explain(topic, found.Texts, span);
        if (WordInOperator.Find(word, found) is { } part)
            return HoveredTopic.Explain(part, [], span);
        if (found.Texts.Count == 0)
            return null;
        var note = schema.Find(word)?.Description ?? ColumnNote(word, found.Texts);
        var text = string.Join("\n\n", found.Texts.Select(t => Code(Without(note, t))));
        return new QuickInfo(note is null ? text : $"{text}\n\n{note}", span);
    }

    // The language service says of a table what its schema does.
    private static string Without(string? note, string text) =>
        string.IsNullOrEmpty(note) ? text : text.Replace(note, "", StringComparison.Ordinal).TrimEnd();

    /// <summary>A text of the language service as Markdown.</summary>
    public static string Code(string text) => $"`{text.Replace('`', '\'')}`";

    private static string? ColumnNote(string word, IReadOnlyList<string> texts) =>
        texts.Any(t => t.StartsWith($"{word}: ", StringComparison.Ordinal)) ? ColumnNotes.Find(word) : null;

    /// <summary>
    /// An error at the end of the text can still be mended by more text, and declarations still wait for their
    /// query; any other error stays.
    /// </summary>
    public static Completeness Completeness(string json, string kql)
    {
        var end = kql.TrimEnd().Length;
        var syntax = JsonSerializer.Deserialize(json, ScriptJson.Default.SyntaxReply)!;
        if (syntax.Errors.Count == 0)
            return syntax.OnlyDeclares && end > 0 ? Session.Completeness.Incomplete : Session.Completeness.Complete;
        // No further line can close a text that must end on its own.
        return syntax.Errors.All(e => e.Start >= end && !SyntaxMessages.IsOpenText(e.Message))
            ? Session.Completeness.Incomplete
            : Session.Completeness.Invalid;
    }

    private static TextSpan Inside(string kql, int start, int length)
    {
        start = Math.Clamp(start, 0, kql.Length);
        return new TextSpan(start, Math.Clamp(length, 0, kql.Length - start));
    }

    private static string KindOf(string kind) => kind switch
    {
        "Table" => "table",
        "Column" => "column",
        "Variable" or "Parameter" or "RenderChart" or "Example" => "value",
        _ when kind.EndsWith("Function", StringComparison.Ordinal) => "function",
        _ => "keyword",
    };
}
