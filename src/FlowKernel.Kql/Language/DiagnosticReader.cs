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
        ["KS144"] = "Aggregates stand only in summarize, and in a few operators like it.",
        ["KS176"] = "After a pipe comes an operator such as where, extend, summarize or project.",
    };

    private static readonly HashSet<string> SyntaxCodes =
        new(["KS001", "KS002", "KS003", "KS004", "KS005", "KS006", "KS176"], StringComparer.Ordinal);

    /// <summary>
    /// The diagnostics in the order of the text, up to the first syntax error: what the service finds after it mostly
    /// comes from it.
    /// </summary>
    public IReadOnlyList<Diagnostic> ReadAll(IReadOnlyList<ReplyDiagnostic> found)
    {
        var ordered = found.OrderBy(d => d.Start).ToList();
        var broken = ordered.FindIndex(d => SyntaxCodes.Contains(d.Code));
        return [.. ordered.Take(broken < 0 ? ordered.Count : broken + 1).Select(Read)];
    }

    private Diagnostic Read(ReplyDiagnostic found)
    {
        var start = Math.Clamp(found.Start, 0, kql.Length);
        var span = TextSpan.FromBounds(start, Math.Clamp(found.Start + found.Length, start, kql.Length));
        var message = found.Message.EndsWith('.') ? found.Message : found.Message + ".";
        return new Diagnostic(
            found.Code, message, span, HintFor(found, span) ?? ParametersIn(found), SeverityOf(found.Severity));
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
        if (found.Code == "KS176" && NearestName.Find(written, QueryOperators.Names) is { } step)
            return $"Did you mean '{step}'?";
        if (SyntaxHints.For(found.Code, found.Message, kql.Substring(span.Start, span.Length)) is { } hint)
            return hint;
        if (found.Names is null)
            return HintByCode.GetValueOrDefault(found.Code);
        return NearestName.Find(written, Candidates(found)) is { } near ? $"Did you mean '{near}'?" : NoNearName(found);
    }

    private IEnumerable<string> Candidates(ReplyDiagnostic found)
    {
        var names = found.Names!.Where(n => IsCandidate(found.Code, n[1])).Select(n => n[0]);
        return found.Code == "KS204" ? names.Concat(scope.Schema.Tables.Select(t => t.Name)) : names;
    }

    private static bool IsCandidate(string code, string kind) => code switch
    {
        "KS211" or "KS143" or "KS122" or "KS123" => kind == "function",
        _ => kind == "value",
    };

    private string? NoNearName(ReplyDiagnostic found) =>
        found.Code == "KS204" && scope.Schema.Tables.Count is > 0 and <= 12
            ? $"The tables here are {string.Join(", ", scope.Schema.Tables.Select(t => t.Name))}."
            : null;
}
