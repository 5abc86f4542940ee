using FlowKernel.Diagnostics;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Functions;

/// <summary>The aggregate functions of KQL that run exactly on DuckDB.</summary>
internal static class AggregateFunctions
{
    /// <summary>
    /// The SQL of an aggregate, of the DuckDB type of <see cref="Scalar.Type"/>; or a diagnostic when the function or
    /// this form of it cannot run exactly.
    /// </summary>
    public static Outcome<string> Emit(
        AggregateCall call, IReadOnlyList<SqlArgument> arguments, FunctionContext context) =>
        call.Function == "count"
            ? "count(*)"
            : new Diagnostic("FK0301", $"The aggregate '{call.Function}' is not supported on local data.", call.Span);
}
