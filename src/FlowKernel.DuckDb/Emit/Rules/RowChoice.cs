using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>An aggregate that chooses a row of each group, and the values of that row that a query asks for.</summary>
internal sealed class RowChoice
{
    // On 10 million rows in 5.7 million groups, three columns besides the extreme took 5.1 s of processor time and
    // 1.6 GB as aggregates of their own, and 3.4 s and 1.0 GB by row numbers; one column 2.9 s and 3.3 s. In 10,000
    // groups three columns took 0.8 s and 0.2 s.
    private const int FewestColumns = 2;

    private readonly AggregateCall _call;
    private readonly Scalar? _extreme;

    private RowChoice(IReadOnlyList<Returned> all)
    {
        (_call, _extreme) = (all[0].Call, all[0].Extreme);
        Values = all.ToDictionary(r => r.Column, r => r.Value);
    }

    /// <summary>The values over the table's row, by the columns that they fill.</summary>
    public IReadOnlyDictionary<PlanColumn, Scalar> Values { get; }

    /// <summary>True where a look at the aggregates may find one.</summary>
    public static bool MayBeIn(Aggregate aggregate) =>
        aggregate.Keys.Count > 0 && aggregate.Aggregates.Count(a => IsChoice(a.Value)) >= FewestColumns;

    /// <summary>The choice of which most columns are used; null where none is of enough.</summary>
    public static RowChoice? In(Aggregate aggregate, HashSet<PlanColumn> used, TableRows table)
    {
        var most = aggregate.Aggregates
            .Where(a => used.Contains(a.Column) && IsChoice(a.Value))
            .Select(a => Returned.Of(a.Column, (AggregateCall)a.Value, table)).OfType<Returned>()
            .GroupBy(r => r.Chooser, StringComparer.Ordinal)
            .MaxBy(g => g.Count(r => !r.IsExtreme));
        return most?.Count(r => !r.IsExtreme) >= FewestColumns ? new RowChoice([.. most]) : null;
    }

    /// <summary>
    /// The aggregate that gives the number of the chosen row; where any will do, the first, the same each time.
    /// </summary>
    public AggregateCall Of(PlanColumn column)
    {
        var value = new ColumnRef(column, _call.Span);
        return _extreme is null
            ? new AggregateCall("min", [value], column.Type, _call.Span)
            : _call with { Arguments = [_extreme, value], Type = column.Type };
    }

    private static bool IsChoice(Scalar value) => value is
        AggregateCall { Function: "arg_max" or "arg_min", Arguments.Count: 2 }
        or AggregateCall { Function: "take_any row", Arguments.Count: 1 };

    /// <summary>One value of a chosen row, written over the table.</summary>
    private sealed record Returned(PlanColumn Column, AggregateCall Call, Scalar? Extreme, Scalar Value)
    {
        public string Chooser => Extreme is null ? Call.Function : $"{Call.Function} {ValueOfRow.Text(Extreme)}";

        public bool IsExtreme => Extreme is not null && ValueOfRow.Text(Extreme) == ValueOfRow.Text(Value);

        public static Returned? Of(PlanColumn column, AggregateCall call, TableRows table)
        {
            var extreme = call.Arguments.Count == 2 ? table.Resolved(call.Arguments[0]) : null;
            return table.Resolved(call.Arguments[^1]) is { } value && value.Type == call.Type
                && (extreme is not null || call.Arguments.Count == 1)
                ? new Returned(column, call, extreme, value)
                : null;
        }
    }
}
