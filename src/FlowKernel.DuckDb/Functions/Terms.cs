using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>
/// The operators on texts (https://learn.microsoft.com/kusto/query/datatypes-string-operators). A term is a run of
/// letters and digits; <c>has</c> finds its text only where no letter or digit adjoins it.
/// </summary>
internal static class Terms
{
    private const string Page = "datatypes-string-operators";

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        .. WithNegation("has", c => Term(c, c[1], TermMatch.Whole, false)),
        .. WithNegation("has_cs", c => Term(c, c[1], TermMatch.Whole, true)),
        .. WithNegation("hasprefix", c => Term(c, c[1], TermMatch.Prefix, false)),
        .. WithNegation("hasprefix_cs", c => Term(c, c[1], TermMatch.Prefix, true)),
        .. WithNegation("hassuffix", c => Term(c, c[1], TermMatch.Suffix, false)),
        .. WithNegation("hassuffix_cs", c => Term(c, c[1], TermMatch.Suffix, true)),
        .. WithNegation("contains", c => Plain(c, "contains", false)),
        .. WithNegation("contains_cs", c => Plain(c, "contains", true)),
        .. WithNegation("startswith", c => Plain(c, "starts_with", false)),
        .. WithNegation("startswith_cs", c => Plain(c, "starts_with", true)),
        .. WithNegation("endswith", c => Plain(c, "ends_with", false)),
        .. WithNegation("endswith_cs", c => Plain(c, "ends_with", true)),
        new("has_any", c => Several(c, " OR ")) { Page = "has-any-operator" },
        new("has_all", c => Several(c, " AND ")) { Page = "has-all-operator" },
        new("has_any_index", "kql_has_any_index({0:string}, {1:dynamic})") { Gives = KqlType.Long },
        .. WithNegation("in", c => Membership.In(c, ignoreCase: false)),
        .. WithNegation("in~", c => Membership.In(c, ignoreCase: true)),
    ];

    private static FunctionRow[] WithNegation(string name, Func<Invocation, Outcome<string>> emit) =>
    [
        new(name, emit) { Page = Page },
        new("!" + name, c => emit(c) is { Value: { } sql } ? $"(NOT {sql})" : emit(c)) { Page = Page },
    ];

    private static Outcome<string> Plain(Invocation call, string function, bool matchCase)
    {
        var (text, part) = (call.As(0, KqlType.String), call.As(1, KqlType.String));
        return matchCase ? $"{function}({text}, {part})" : $"{function}(lower({text}), lower({part}))";
    }

    private static Outcome<string> Several(Invocation call, string joiner)
    {
        if (call.Count == 2 && call.TypeOf(1) == KqlType.Dynamic)
        {
            var all = joiner == " AND " ? "true" : "false";
            return Membership.Elements(call[1]) is { } elements
                ? Joined(call, elements, joiner)
                : $"kql_has_several({call.As(0, KqlType.String)}, {call.Sql(1)}, {all})";
        }

        return Joined(call, [.. call.Arguments.Skip(1)], joiner);
    }

    private static Outcome<string> Joined(Invocation call, IReadOnlyList<SqlArgument> parts, string joiner) =>
        parts.Count == 0
            ? joiner == " AND " ? "true" : "false"
            : $"({string.Join(joiner, parts.Select(part => Term(call, part, TermMatch.Whole, false)))})";

    private static string Term(Invocation call, SqlArgument part, TermMatch match, bool matchCase)
    {
        var text = call.As(0, KqlType.String);
        if (part.Scalar is not Plan.Literal { Value: string constant })
            return $"kql_has({text}, {Conversion.Convert(part, KqlType.String)}, {(int)match + (matchCase ? 4 : 0)})";
        if (constant.Length == 0)
            return "true";
        var pattern = SqlText.Text(TermPattern.Of(constant, match));
        return $"regexp_matches({text}, {pattern}, '{(matchCase ? "c" : "i")}')";
    }
}
