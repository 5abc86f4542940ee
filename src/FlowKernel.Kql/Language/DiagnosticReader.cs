using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Kql.Language;

/// <summary>
/// Turns the language service's diagnostics into ours: spans inside the text, hints for misspelt names.
/// </summary>
internal sealed class DiagnosticReader(string kql, QueryScope scope)
{
    private static readonly Dictionary<string, string> HintByCode = new(StringComparer.Ordinal)
    {
        ["KS245"] = "Name inner parts with let, and write long chains of or as in (...).",
        ["KS144"] = "Aggregates stand only in summarize, and in a few operators like it: summarize first, then use the column "
            + "that it gives, such as count_.",
        ["KS176"] = "After a pipe comes an operator such as where, extend, summarize or project.",
    };

    /// <summary>
    /// The diagnostics in the order of the text, causes only; one that shows a habit from another language stands alone.
    /// </summary>
    public IReadOnlyList<Diagnostic> ReadAll(IReadOnlyList<ReplyDiagnostic> found)
    {
        var causes = Cascades.Causes(kql, found);
        foreach (var cause in causes)
        {
            if (Habit(cause) is { } habit)
                return [.. causes.TakeWhile(c => c != cause).Where(c => IsNameBefore(c, cause)).Select(Read), habit];
        }

        return [.. causes.Select(Read)];
    }

    /// <summary>A name that is not known for its own sake: not because of what stands right after it.</summary>
    private bool IsNameBefore(ReplyDiagnostic found, ReplyDiagnostic cause) =>
        Cascades.IsUnknownName(found.Code) && found.Start + found.Length is var end && end <= cause.Start
        && !kql.AsSpan(end, Math.Min(cause.Start, kql.Length) - end).IsWhiteSpace();

    private Diagnostic? Habit(ReplyDiagnostic cause)
    {
        var start = Math.Clamp(cause.Start, 0, kql.Length);
        if (cause.Severity != "Error" || SyntaxHabits.Find(cause.Code, kql, start) is not { } habit)
            return null;
        var place = new TextSpan(habit.Start, habit.Length);
        return new Diagnostic(cause.Code, SyntaxMessages.For(cause, kql, place), place, habit.Hint);
    }

    private Diagnostic Read(ReplyDiagnostic found)
    {
        var start = Math.Clamp(found.Start, 0, kql.Length);
        var span = TextSpan.FromBounds(start, Math.Clamp(found.Start + found.Length, start, kql.Length));
        if (found.Code == "KS005")
            span = SyntaxMessages.WordAt(kql, span);
        return new Diagnostic(
            found.Code, SyntaxMessages.For(found, kql, span), span, HintFor(found, span) ?? ParametersIn(found),
            SeverityOf(found.Severity));
    }

    private string? ParametersIn(ReplyDiagnostic found)
    {
        var given = (found.Parameters ?? []).Distinct(StringComparer.Ordinal)
            .Select(name => scope.Parameters.GetValueOrDefault(name) is { Origin: { } origin } parameter
                ? $"'{name}' is {origin}: {parameter.Type.Name()} in KQL."
                : null)
            .OfType<string>()
            .ToList();
        return given.Count == 0 ? null : string.Join(' ', given);
    }

    private static Severity SeverityOf(string severity) => severity switch
    {
        "Error" => Severity.Error,
        "Warning" => Severity.Warning,
        _ => Severity.Information,
    };

    private string? HintFor(ReplyDiagnostic found, TextSpan span)
    {
        var written = kql.Substring(span.Start, span.Length).Trim('[', ']', '\'', '"');
        if (found.Code == "KS006")
            return AsName(span);
        if (found.Code == "KS176")
            return AfterPipe(span);
        if (found.Code == "KS106")
            return ParametersIn(found) ?? OperandHints.For(found.Message);
        if (found.Code == "KS005" && SyntaxHints.ForRender(kql, span) is { } property)
            return property;
        if (TypeHints.For(found.Code, found.Message) is { } type)
            return type;
        if (SyntaxHints.For(found.Code, found.Message, kql.Substring(span.Start, span.Length)) is { } hint)
            return hint;
        if (CallHints.For(found.Code, found.Message, written) is { } call)
            return ParametersIn(found) ?? call;
        if (found.Names is null)
            return HintByCode.GetValueOrDefault(found.Code);
        if (found.Code == "KS211" && OtherFunctions.For(written) is { } function)
            return function;
        return NameHabits.Offer(written, [.. Candidates(found)]) ?? NoNearName(found, written);
    }

    // A parameter that KQL reads as a word of its own.
    private string? AsName(TextSpan span)
    {
        var place = SyntaxMessages.WordAt(kql, span);
        var word = kql.Substring(place.Start, place.Length);
        return scope.Parameters.ContainsKey(word)
            ? $"'{word}' is a word of KQL here: write ['{word}'] for the value of that name."
            : null;
    }

    private string? AfterPipe(TextSpan span)
    {
        // Words of the grammar that are no operators leave the service's place before them.
        var place = SyntaxMessages.WordAt(kql, span);
        var word = kql.Substring(place.Start, place.Length);
        return OtherWords.For(word) is { } other ? other
            : NearestName.Find(WithHyphens(place), QueryOperators.Names) is { } step ? $"Did you mean '{step}'?"
            : HintByCode["KS176"];
    }

    // As in mv-expand, which to the service are words with a minus between them.
    private string WithHyphens(TextSpan word)
    {
        var end = word.End;
        while (end < kql.Length && (char.IsLetter(kql[end]) || (kql[end] == '-' && end + 1 < kql.Length && char.IsLetter(kql[end + 1]))))
            end++;
        return kql[word.Start..end];
    }

    private IEnumerable<string> Candidates(ReplyDiagnostic found)
    {
        var names = found.Names!.Where(n => IsCandidate(found.Code, n[1])).Select(n => n[0]);
        return found.Code == "KS204"
            ? names.Concat(scope.Schema.Tables.Select(t => t.Name)).Concat(scope.Schema.Functions.Select(f => f.Name))
            : names;
    }

    private static bool IsCandidate(string code, string kind) => code switch
    {
        "KS211" or "KS143" or "KS122" or "KS123" => kind == "function",
        _ => kind == "value",
    };

    private string? NoNearName(ReplyDiagnostic found, string written) =>
        found.Code == "KS142" && TablesWith(written) is { Length: > 0 } tables
            ? $"'{written}' is a column of {string.Join(" and ", tables)}."
            : found.Code == "KS204" && scope.Schema.Tables.Count is > 0 and <= 12
            ? $"The tables here are {string.Join(", ", scope.Schema.Tables.Select(t => t.Name))}."
            : null;

    private string[] TablesWith(string column) =>
        [.. scope.Schema.Tables.Where(t => t.Columns.Any(c => c.Name == column)).Select(t => t.Name).Take(3)];
}
