using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit;

/// <summary>Replaces the expressions that stand in a relation; of the kinds that no rule looks into, none.</summary>
internal static class RelationScalars
{
    /// <summary>The relation with each expression replaced; the same object where none is.</summary>
    public static Relation Map(Relation relation, Func<Scalar, Scalar> map)
    {
        var changed = false;
        Scalar One(Scalar value)
        {
            var mapped = map(value);
            changed |= !ReferenceEquals(mapped, value);
            return mapped;
        }

        var result = Each(relation, One);
        return changed ? result : relation;
    }

    private static Relation Each(Relation relation, Func<Scalar, Scalar> map) => relation switch
    {
        Filter r => new Filter(r.Input, map(r.Predicate), r.Span),
        Project r => r with { Assignments = All(r.Assignments, map) },
        Aggregate r => r with { Keys = All(r.Keys, map), Aggregates = All(r.Aggregates, map) },
        Sort r => new Sort(r.Input, All(r.Keys, map), r.Span),
        Take r => new Take(r.Input, map(r.Count), r.Span),
        Top r => new Top(r.Input, map(r.Count), All(r.Keys, map), r.Span),
        Join r => r with { Keys = [.. r.Keys.Select(k => new JoinKey(map(k.Left), map(k.Right)))] },
        Union r => r with { Inputs = [.. r.Inputs.Select(i => i with { Values = [.. i.Values.Select(map)] })] },
        RangeRows r => r with { From = map(r.From), To = map(r.To), Step = map(r.Step) },
        Expand r => r with
        {
            Expansions = [.. r.Expansions.Select(e => e with { Value = map(e.Value) })],
            RowLimit = r.RowLimit is { } limit ? map(limit) : null,
        },
        MakeSeries r => OfSeries(r, map),
        _ => relation,
    };

    private static MakeSeries OfSeries(MakeSeries series, Func<Scalar, Scalar> map) => series with
    {
        Keys = All(series.Keys, map),
        Series = [.. series.Series.Select(s => s with
        {
            Value = map(s.Value),
            Default = s.Default is { } value ? map(value) : null,
        })],
        Axis = series.Axis with { Value = map(series.Axis.Value) },
        From = series.From is { } from ? map(from) : null,
        To = series.To is { } to ? map(to) : null,
        Step = map(series.Step),
    };

    private static IReadOnlyList<Assignment> All(IReadOnlyList<Assignment> assignments, Func<Scalar, Scalar> map) =>
        Each(assignments, a => a.Value, map, (a, value) => a with { Value = value });

    private static IReadOnlyList<SortKey> All(IReadOnlyList<SortKey> keys, Func<Scalar, Scalar> map) =>
        Each(keys, k => k.Value, map, (k, value) => k with { Value = value });

    /// <summary>The same list where no value is replaced, as most rules leave most of a plan alone.</summary>
    private static IReadOnlyList<T> Each<T>(
        IReadOnlyList<T> items, Func<T, Scalar> valueOf, Func<Scalar, Scalar> map, Func<T, Scalar, T> with)
    {
        T[]? changed = null;
        for (var i = 0; i < items.Count; i++)
        {
            var before = valueOf(items[i]);
            var after = map(before);
            if (!ReferenceEquals(after, before))
                (changed ??= [.. items])[i] = with(items[i], after);
        }

        return changed ?? items;
    }
}
