using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>Functions on texts (https://learn.microsoft.com/kusto/query/scalar-functions#string-functions).</summary>
internal static class Strings
{
    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("strcat", "concat({0*:string})"),
        new("strcat_delim", "concat_ws({0:string}, {1*:string})"),
        new("strlen", "length({0:string})") { Gives = KqlType.Long },
        new("string_size", "strlen({0:string})") { Gives = KqlType.Long },
        new("tolower", "lower({0:string})"),
        // DuckDB gives this letter the capital that .NET, and so Kusto, does not know.
        new("toupper", "CASE WHEN contains({0:string}, 'ß') THEN kql_upper({0:string}) ELSE upper({0:string}) END"),
        new("substring", "kql_substring({0:string}, {1:long}, {2:long=9223372036854775807})"),
        new("reverse", "kql_reverse({0:string})"),
        new("split", Split),
        new("indexof",
            "kql_indexof({0:string}, {1:string}, CAST(to_json([{2:long=0}, {3:long=-1}, {4:long=1}]) AS VARCHAR))")
        { Gives = KqlType.Long },
        new("replace_string",
            "CASE WHEN {1:string} = '' THEN {0:string} ELSE replace({0:string}, {1:string}, {2:string}) END"),
        new("replace_strings", "kql_replace_strings({0:string}, {1:dynamic}, {2:dynamic})"),
        new("strcmp",
            "(CASE WHEN {0:string} < {1:string} THEN -1 WHEN {0:string} > {1:string} THEN 1 ELSE 0 END)::BIGINT")
        { Gives = KqlType.Long },
        new("strrep", "kql_strrep({0:string}, {1:long}, {2:string=''})"),
        new("translate", "kql_translate({0:string}, {1:string}, {2:string})"),
        new("isascii", "regexp_full_match({0:string}, '[\\x00-\\x7F]*')"),
    ];

    // DuckDB takes a text apart itself where the delimiter is known; an empty one stands for none in KQL.
    private static Outcome<string> Split(Invocation call)
    {
        var text = call.As(0, KqlType.String);
        if (call.Count == 2 && call.TryConstant<string>(1, out var delimiter) && delimiter.Length > 0)
            return $"to_json(string_split({text}, {SqlText.Text(delimiter)}))";
        var index = call.Count > 2 ? call.As(2, KqlType.Long) : "-1";
        return $"kql_split({text}, {call.As(1, KqlType.String)}, {index})::JSON";
    }
}
