using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Windows;

/// <summary>KQL's window functions as DuckDB window expressions over the row number.</summary>
internal static class WindowFunctions
{
    private static readonly Dictionary<string, Func<WindowCall, IReadOnlyList<string>, string, string?>> Table =
        new(StringComparer.Ordinal)
        {
            ["row_number"] = (_, a, row) => RowNumber(a, row),
            ["prev"] = (call, a, row) => Neighbour("lag", call, a, row),
            ["next"] = (call, a, row) => Neighbour("lead", call, a, row),
        };

    /// <summary>The function's SQL, or null for one that is not known.</summary>
    public static string? Emit(WindowCall call, IReadOnlyList<string> arguments, string row) =>
        Table.TryGetValue(call.Function, out var emit) ? emit(call, arguments, row) : null;

    private static string? RowNumber(IReadOnlyList<string> arguments, string row) => arguments.Count switch
    {
        0 => $"row_number() OVER (ORDER BY {row})",
        1 => $"({arguments[0]} + row_number() OVER (ORDER BY {row}) - 1)",
        _ => null,
    };

    private static string Neighbour(string function, WindowCall call, IReadOnlyList<string> arguments, string row)
    {
        var offset = arguments.Count > 1 ? arguments[1] : "1";
        var missing = arguments.Count > 2 ? arguments[2] : call.Type == KqlType.String ? "''" : "NULL";
        return $"{function}({arguments[0]}, CAST({offset} AS BIGINT), {missing}) OVER (ORDER BY {row})";
    }
}
