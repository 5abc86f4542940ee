using System.Collections.Frozen;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>Instants are kept to the microsecond; this finds the expressions whose value in Kusto is finer.</summary>
internal static class Precision
{
    private static readonly FrozenSet<string> ShowTicks = FrozenSet.Create(
        StringComparer.Ordinal, "format_datetime", "tolong", "todouble", "toreal", "todecimal", "tostring", "strcat");

    /// <summary>True when the query writes down an instant that lies between two microseconds.</summary>
    public static bool IsFiner(Relation plan) => RelationTree.All(plan).SelectMany(Literals).Any(
        literal => literal.Value is DateTime time && time.Ticks % TimeSpan.TicksPerMicrosecond != 0);

    /// <summary>True for a call that gives all digits of an instant, which some instant of the query lacks here.</summary>
    public static bool Loses(Invocation call) => call.Context.IsFiner && ShowTicks.Contains(call.Name)
        && call.Arguments.Any(a => a.Type == KqlType.DateTime && Instants.Value(a.Scalar) is null);

    private static IEnumerable<Literal> Literals(Relation relation)
    {
        var found = new List<Scalar>();
        if (relation is Rows rows)
            found.AddRange(rows.Values.SelectMany(row => row));
        RelationScalars.Map(relation, scalar =>
        {
            found.Add(scalar);
            return scalar;
        });
        return found.SelectMany(ScalarTree.All).OfType<Literal>();
    }

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
