using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Functions.Native;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>What <c>parse-kv</c> asks of a text: the value of one key.</summary>
internal static class KeyValues
{
    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("parse_kv", "kql_parse_kv({0:string}, {1:string}, {2:string})") { Page = "parse-kv-operator" },
        new("parse_kv_regex", ByRegex) { Page = "parse-kv-operator" },
    ];

    private static Outcome<string> ByRegex(Invocation call)
    {
        if (!call.TryConstant<string>(2, out var pattern))
            return call.NeedsConstant(2, "regular expression");
        if (RegexFunctions.Error(pattern) is { } error)
            return Wrong($"This regular expression is wrong: {error}", call);
        if (RegexFunctions.Groups(pattern) != 2)
            return Wrong("parse-kv needs a regular expression with two capture groups, for key and value.", call);
        return $"kql_value_of_pairs(kql_regex_extract_all({call.As(0, KqlType.String)}, {SqlText.Text(pattern)}, 'null'), "
            + $"{call.As(1, KqlType.String)})";
    }

    private static Diagnostic Wrong(string sentence, Invocation call) => new("FK0134", sentence, call[2].Scalar.Span);
}
