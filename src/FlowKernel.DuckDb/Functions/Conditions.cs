using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>Functions that choose between values or ask whether there is one.</summary>
internal static class Conditions
{
    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("iff", If),
        new("iif", If) { Page = "iff-function" },
        new("case", Case),
        new("coalesce", Coalesce),
        new("isnull", c => c.TypeOf(0) == KqlType.String ? "false" : $"({c.Sql(0)} IS NULL)"),
        new("isnotnull", c => c.TypeOf(0) == KqlType.String ? "true" : $"({c.Sql(0)} IS NOT NULL)"),
        new("notnull", c => c.TypeOf(0) == KqlType.String ? "true" : $"({c.Sql(0)} IS NOT NULL)")
        { Page = "isnotnull-function" },
        new("isempty", "({0:string} = '')"),
        new("isnotempty", "({0:string} <> '')"),
        new("notempty", "({0:string} <> '')") { Page = "isnotempty-function" },
        new("max_of", c => Extreme(c, "greatest")),
        new("min_of", c => Extreme(c, "least")),
    ];

    private static Outcome<string> If(Invocation call) =>
        $"CASE WHEN {call.As(0, KqlType.Bool)} THEN {call.As(1, call.Type)} ELSE {call.As(2, call.Type)} END";

    private static Outcome<string> Case(Invocation call)
    {
        var arms = Enumerable.Range(0, call.Count / 2)
            .Select(i => $"WHEN {call.As(2 * i, KqlType.Bool)} THEN {call.As((2 * i) + 1, call.Type)}");
        return $"CASE {string.Join(' ', arms)} ELSE {call.As(call.Count - 1, call.Type)} END";
    }

    private static Outcome<string> Coalesce(Invocation call)
    {
        var values = Enumerable.Range(0, call.Count).Select(i => call.As(i, call.Type));
        return call.Type == KqlType.String
            ? $"coalesce({string.Join(", ", values.Select(v => $"nullif({v}, '')"))}, '')"
            : $"coalesce({string.Join(", ", values)})";
    }

    private static Outcome<string> Extreme(Invocation call, string function)
    {
        var values = call.All(call.Type);
        return call.Type == KqlType.Real && function == "least"
            ? $"CASE WHEN isnan(greatest({values})) THEN 'NaN'::DOUBLE ELSE least({values}) END"
            : $"{function}({values})";
    }
}
