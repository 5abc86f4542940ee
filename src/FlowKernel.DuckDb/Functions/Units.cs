using FlowKernel.DuckDb.Functions.Native;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>Measures in other units; an unknown unit gives null.</summary>
internal static class Units
{
    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        .. UnitFunctions.Quantities.Keys.Order(StringComparer.Ordinal).Select(quantity => new FunctionRow(
            $"convert_{quantity}", $"kql_convert_{quantity}({{0:real}}, {{1:string}}, {{2:string}})")
        { Gives = KqlType.Real }),
    ];
}
