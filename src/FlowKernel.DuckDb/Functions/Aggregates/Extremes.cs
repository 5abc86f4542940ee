using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions.Aggregates;

/// <summary>
/// The value of one column in the row where another is extreme. Called once for each returned column, with the
/// extreme's expression first; where that is null in every row, any row's value is given.
/// </summary>
internal static class Extremes
{
    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("arg_max", c => Emit(c, "arg_max_null")) { Page = "arg-max-aggregation-function" },
        new("arg_min", c => Emit(c, "arg_min_null")) { Page = "arg-min-aggregation-function" },
        new("argmax", c => Emit(c, "arg_max_null")) { Page = "arg-max-aggregation-function" },
        new("argmin", c => Emit(c, "arg_min_null")) { Page = "arg-min-aggregation-function" },
    ];

    private static Outcome<string> Emit(Invocation call, string function)
    {
        var by = call.Sql(0);
        var returned = call.As(call.Count == 1 ? 0 : 1, call.Type);
        if (call.Count > 2)
            return call.Refuse("one returned column a call is expected");
        var value = $"CASE WHEN count({by}) = 0 THEN first({returned}) ELSE {function}({returned}, {by}) END";
        return call.Type == KqlType.String ? $"coalesce({value}, '')" : value;
    }
}
