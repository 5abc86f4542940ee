using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Functions;

/// <summary>Instants are kept to the microsecond; this finds the expressions whose value in Kusto is finer.</summary>
internal static class Precision
{
    /// <summary>True when an expression names or makes instants that lie between two microseconds.</summary>
    public static bool IsFiner(Scalar scalar) => Instants.Value(scalar) is { } known
        ? known.Ticks % TimeSpan.TicksPerMicrosecond != 0
        : scalar switch
        {
            Literal { Value: TimeSpan span } => span.Ticks % TimeSpan.TicksPerMicrosecond != 0,
            Call { Function: "endofday" or "endofweek" or "endofmonth" or "endofyear" } => true,
            Call { Function: "+" or "-" or "iff" or "iif" or "coalesce" or "max_of" or "min_of" } call =>
                call.Arguments.Any(IsFiner),
            _ => false,
        };
}
