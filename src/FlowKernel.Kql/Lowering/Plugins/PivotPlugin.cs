using System.Collections.Frozen;
using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>
/// <c>pivot</c> (https://learn.microsoft.com/kusto/query/pivot-plugin): a column for each value of a column, in the
/// order of their names, with an aggregate of the rows that have it. Where there are none, counts and sums are 0.
/// </summary>
internal static class PivotPlugin
{
    private const int MostColumns = 1000;
    private static readonly FrozenSet<string> ZeroOverNothing =
        FrozenSet.Create(StringComparer.Ordinal, "count", "countif", "sum", "sumif", "dcount", "dcountif");

    public static Relation Lower(PluginCall call)
    {
        if (call.Scalar(0) is not ColumnRef pivot)
            return call.Refuse("its first argument is not a column");
        var aggregate = call.Arguments.Count > 1 ? call.Scalar(1) : null;
        if (aggregate is not (null or AggregateCall))
            return call.Refuse("its second argument is not an aggregate");
        var value = aggregate as AggregateCall ?? new AggregateCall("count", [], KqlType.Long, call.Span);
        var name = Conversion.To(KqlType.String, pivot);
        var keys = Keys(call, pivot, aggregate);
        if (call.HasSchema && call.Context.Run.Learnt(call.Span.End) is null)
        {
            return keys.Find(k => call.Bound.All(b => b.Name != k.Name)) is { } missing
                ? call.Refuse($"its schema lacks the column '{missing.Name}'", "Name the columns to keep in the call.")
                : Pivoted(call, keys, name, value);
        }

        var names = new Distinct(
            new Project(call.Input, [new Assignment(new PlanColumn("name", KqlType.String), name)], call.Span),
            call.Span);
        return call.Learn(names, found => Columns(call, keys, value, found), out var standIn) is not null
            ? Pivoted(call, keys, name, value)
            : standIn;
    }

    /// <summary>The columns named in the call, or all that neither the pivot nor the aggregate reads.</summary>
    private static List<PlanColumn> Keys(PluginCall call, ColumnRef pivot, Scalar? aggregate)
    {
        if (call.Arguments.Count > 2)
            return [.. call.Arguments.Skip(2).Select(call.Context.Scalar).OfType<ColumnRef>().Select(r => r.Column)];
        var read = (aggregate as AggregateCall)?.Arguments.OfType<ColumnRef>().Select(r => r.Column) ?? [];
        return [.. call.Input.Columns.Except([pivot.Column, .. read])];
    }

    private static Outcome<IReadOnlyList<KqlColumn>> Columns(
        PluginCall call, List<PlanColumn> keys, AggregateCall value, KqlTable found)
    {
        var names = Enumerable.Range(0, found.RowCount).Select(i => (string)found[i, 0]!)
            .Order(StringComparer.Ordinal).ToList();
        if (names.Count > MostColumns)
            return Mistake(call, $"the column has more than {MostColumns:N0} values", "Keep fewer values with a where.");
        if (names.Contains(""))
            return Mistake(call, "the column has an empty value", "Leave such rows out with where isnotempty(...).");
        if (names.Find(n => keys.Exists(k => k.Name == n)) is { } same)
            return Mistake(call, $"a value has the name of the column '{same}'", "Rename the column first.");
        return new Outcome<IReadOnlyList<KqlColumn>>(
            [.. keys.Select(k => new KqlColumn(k.Name, k.Type)), .. names.Select(n => new KqlColumn(n, value.Type))]);
    }

    private static Diagnostic Mistake(PluginCall call, string why, string hint) =>
        LoweringDiagnostics.PluginForm(call.Name, why, call.Span, hint);

    /// <summary>The aggregate by keys and name, and then by keys alone, with a column for each name.</summary>
    private static Relation Pivoted(PluginCall call, List<PlanColumn> keys, Scalar name, AggregateCall value)
    {
        var span = call.Span;
        var named = new PlanColumn("name", KqlType.String);
        var cell = new PlanColumn("cell", value.Type);
        var byName = keys.Select(k => new Assignment(new PlanColumn(k.Name, k.Type), new ColumnRef(k, span))).ToList();
        var cells = new Aggregate(
            call.Input, [.. byName, new Assignment(named, name)], [new Assignment(cell, value)], span);
        var byKey = byName.Select(k => new Assignment(new PlanColumn(k.Column.Name, k.Column.Type),
            new ColumnRef(k.Column, span))).ToList();
        var pivoted = call.Bound.Where(b => !byKey.Exists(k => k.Column.Name == b.Name))
            .Select(b => new Assignment(call.Column(b), Cell(b.Name, named, cell, value, call))).ToList();
        var table = new Aggregate(cells, byKey, pivoted, span);
        return Lowering.Columns.Select(
            table, [.. call.Bound.Select(b => Lowering.Columns.Keep(table.Columns.First(c => c.Name == b.Name), span))], span);
    }

    private static Scalar Cell(string wanted, PlanColumn name, PlanColumn cell, AggregateCall value, PluginCall call)
    {
        var span = call.Span;
        var isName = new Call(
            "==", [new ColumnRef(name, span), new Literal(wanted, KqlType.String, span)], KqlType.Bool, span);
        var found = new AggregateCall("take_anyif", [new ColumnRef(cell, span), isName], value.Type, span);
        return ZeroOverNothing.Contains(value.Function)
            ? new Call("coalesce", [found, Conversion.To(value.Type, new Literal(0L, KqlType.Long, span))], value.Type, span)
            : found;
    }
}
