using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Functions.Native;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>Functions with regular expressions (https://learn.microsoft.com/kusto/query/regex).</summary>
internal static class Patterns
{
    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("matches regex", c => With(c, 1, p => $"regexp_matches({c.As(0, KqlType.String)}, {p})",
            p => $"kql_regex_matches({c.As(0, KqlType.String)}, {p})")) { Page = "regex-operator" },
        new("extract", Extract),
        new("extract_all", ExtractAll),
        new("extractall", ExtractAll) { Page = "extract-all-function" },
        new("replace_regex", c => Replace(c, text: 0, pattern: 1, rewrite: 2)),
        new("replace", c => Replace(c, text: 2, pattern: 0, rewrite: 1)) { Page = "replace-regex-function" },
        new("countof", Count),
        new("indexof_regex", IndexOf),
        new("trim", c => Trim(c, start: true, end: true)),
        new("trim_start", c => Trim(c, start: true, end: false)),
        new("trim_end", c => Trim(c, start: false, end: true)),
        new("regex_quote", "kql_regex_quote({0:string})"),
    ];

    private static Outcome<string> Extract(Invocation call)
    {
        if (!call.TryConstant<long>(1, out var group))
        {
            if (!call.TryConstant<int>(1, out var small))
                return call.NeedsConstant(1, "capture group");
            group = small;
        }

        if (group < 0)
            return call.Refuse("its capture group is negative");
        var text = call.As(2, KqlType.String);
        // DuckDB counts to nine.
        var sql = With(call, 0, group > 9 ? null : p => $"regexp_extract({text}, {p}, {group})",
            p => $"kql_regex_extract({text}, {p}, {group})");
        return sql.Value is { } found ? Conversion.Cast(found, KqlType.String, call.Type) : sql;
    }

    private static Outcome<string> ExtractAll(Invocation call)
    {
        if (call.TryConstant<string>(0, out var pattern) && RegexFunctions.HasNoGroup(pattern))
            return new Diagnostic(
                "FK0134", "'extract_all' needs a regular expression with a capture group.", call[0].Scalar.Span,
                "Put brackets around what is to be extracted.");
        var last = call.Count - 1;
        var groups = last == 2 ? call.As(1, KqlType.Dynamic) : "'null'";
        return With(call, 0, null, p => $"kql_regex_extract_all({call.As(last, KqlType.String)}, {p}, {groups})::JSON");
    }

    private static Outcome<string> Replace(Invocation call, int text, int pattern, int rewrite)
    {
        var (source, by) = (call.As(text, KqlType.String), call.As(rewrite, KqlType.String));
        return With(call, pattern, p => $"regexp_replace({source}, {p}, {by}, 'g')",
            p => $"kql_regex_replace({source}, {p}, {by})");
    }

    private static Outcome<string> Count(Invocation call)
    {
        var text = call.As(0, KqlType.String);
        var regex = call.TryConstant<string>(2, out var kind)
            && kind.Equals("regex", StringComparison.OrdinalIgnoreCase);
        var sql = regex
            ? With(call, 1, null, p => $"kql_regex_count({text}, {p})")
            : $"kql_countof({text}, {call.As(1, KqlType.String)})";
        return sql.Value is { } found ? Conversion.Cast(found, KqlType.Long, call.Type) : sql;
    }

    private static Outcome<string> IndexOf(Invocation call)
    {
        var text = call.As(0, KqlType.String);
        string[] numbers = [.. new[] { "0", "-1", "1" }.Select((n, i) => Number(call, i + 2, n))];
        var place = $"CAST(to_json([{string.Join(", ", numbers)}]) AS VARCHAR)";
        var sql = With(call, 1, null, p => $"kql_regex_index({text}, {p}, {place})");
        return sql.Value is { } found ? Conversion.Cast(found, KqlType.Long, call.Type) : sql;
    }

    private static string Number(Invocation call, int index, string missing) =>
        index < call.Count ? call.As(index, KqlType.Long) : missing;

    private static Outcome<string> Trim(Invocation call, bool start, bool end)
    {
        var text = call.As(1, KqlType.String);
        return With(call, 0, null,
            p => $"kql_regex_trim({text}, {p}, {(start, end) switch { (true, true) => 3, (true, _) => 1, _ => 2 }})");
    }

    /// <summary>RE2's way where RE2 can, otherwise ours; the pattern must be a constant and right.</summary>
    private static Outcome<string> With(
        Invocation call, int index, Func<string, string>? re2, Func<string, string> native)
    {
        if (!call.TryConstant<string>(index, out var pattern))
            return call[index].Scalar is Literal { Type: not KqlType.Dynamic }
                ? native(call.As(index, KqlType.String))
                : call.NeedsConstant(index, "regular expression");
        if (RegexFunctions.Error(pattern) is { } error)
            return new Diagnostic("FK0134", $"This regular expression is wrong: {error}", call[index].Scalar.Span);
        if (RegexSyntax.Unread(pattern) is { } unread)
            return new Diagnostic(
                "FK0134", $"The embedded engine does not read {unread} in a regular expression.", call[index].Scalar.Span,
                "Write the pattern without it; it runs on Log Analytics and Azure Data Explorer.");
        return re2 is not null && RegexPattern.ForRe2(pattern) is { } translated
            ? re2(SqlText.Text(translated))
            : native(SqlText.Text(pattern));
    }
}
