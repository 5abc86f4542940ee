using FlowKernel.Results;
using FlowKernel.Specs.Generated.Naive;
using FlowKernel.Specs.Generated.Naive.Steps;

namespace FlowKernel.Specs.Generated.Generating;

/// <summary>Well-typed queries over small tables, the same ones for the same seed.</summary>
internal sealed class QueryGenerator
{
    private static readonly string[] NewNames = ["x", "y", "total", "group", "p q", "naïve", "n", "r"];
    private readonly Random _random;
    private readonly TableGenerator _tables;
    private readonly ExpressionGenerator _expressions;

    public QueryGenerator(int seed)
    {
        _random = new Random(seed);
        _tables = new TableGenerator(_random);
        _expressions = new ExpressionGenerator(_random, _tables);
    }

    /// <summary>The next query.</summary>
    public Pipeline Query() => Pipeline(_tables.Table(), _random.Next(1, 6), nested: false);

    private Pipeline Pipeline(NaiveTable source, int steps, bool nested)
    {
        var query = new Pipeline(source, []);
        for (var i = 0; i < steps; i++)
            query = query with { Steps = [.. query.Steps, Next(query.Result.Fields, nested)] };
        return query;
    }

    private Step Next(IReadOnlyList<Field> fields, bool nested) => _random.Next(nested ? 15 : 19) switch
    {
        < 4 => new Where(_expressions.Predicate(fields)),
        < 6 => new Extend(NewName(), _expressions.Any(fields)),
        6 => Projection(fields),
        7 when fields.Count > 1 => new ProjectAway(Pick(fields)),
        8 when NewName() is var name && fields.All(f => f.Name != name) => new ProjectRename(Pick(fields), name),
        9 => new Distinct([.. _tables.Some(fields, _random.Next(1, 3))]),
        < 12 => SortAll(fields),
        < 14 => Summary(fields),
        14 => new MvExpand(
            Fresh(fields), _expressions.Of(KqlType.Long, fields), _expressions.Of(KqlType.Long, fields)),
        15 => new Count(),
        16 => new Union(Filtered(fields)),
        _ when fields.Contains(TableGenerator.Key) => Joined(),
        _ => new Where(_expressions.Predicate(fields)),
    };

    private Project Projection(IReadOnlyList<Field> fields)
    {
        var kept = _tables.Some(fields, _random.Next(1, 4)).Select(f => (f.Name, (Expression)new FieldUse(f)));
        return new Project([.. kept, (Fresh(fields), _expressions.Any(fields))]);
    }

    // By every column, so that only equal rows tie.
    private Sort SortAll(IReadOnlyList<Field> fields) => new(
        [.. fields.OrderBy(_ => _random.Next()).Select(f => new SortKey(f, _random.Next(2) == 0, NullsFirst()))],
        _random.Next(2) == 0 ? _random.Next(0, 5) : null);

    private bool? NullsFirst() => _random.Next(4) switch { 0 => true, 1 => false, _ => null };

    private Summarize Summary(IReadOnlyList<Field> fields)
    {
        var columns = _tables.Some(fields, _random.Next(0, 3));
        List<(string Name, Expression Value)> keys = [.. columns.Select(f => (f.Name, (Expression)new FieldUse(f)))];
        if (_random.Next(3) == 0)
            keys.Add((Fresh(fields), _expressions.Any(fields)));
        var names = new HashSet<string>([.. keys.Select(k => k.Name), .. fields.Select(f => f.Name)]);
        var rules = AggregateRules.All.Where(r => keys.Count > 0 || !IsAverage(r));
        var aggregates = _tables.Some([.. rules], _random.Next(1, 4)).Select(rule => Aggregated(rule, fields, names));
        return new Summarize([.. aggregates], keys);
    }

    private (string Name, Aggregate Value) Aggregated(
        AggregateRule rule, IReadOnlyList<Field> fields, HashSet<string> names)
    {
        var argument = rule.Takes is { } type ? _expressions.Of(type, fields) : null;
        // No value at all would give NaN, which sorts and compares by rules of its own.
        if (IsAverage(rule))
            argument = new Application(ScalarRules.OrElse, [argument!, new Constant(0L, KqlType.Long)]);
        var aggregate = new Aggregate(rule, argument);
        if (aggregate.OwnName is { } own && KqlWords.Name(own) == own && names.Add(own))
            return (own, aggregate);
        for (var n = 1; ; n++)
        {
            if (names.Add($"agg{n}"))
                return ($"agg{n}", aggregate);
        }
    }

    private static bool IsAverage(AggregateRule rule) => rule.Name == "avg_";

    private Pipeline Filtered(IReadOnlyList<Field> fields)
    {
        var other = new Pipeline(_tables.Table(fields), []);
        return _random.Next(2) == 0 ? other : other with { Steps = [new Where(_expressions.Predicate(fields))] };
    }

    private Step Joined()
    {
        var right = Pipeline(_tables.Table(), _random.Next(0, 3), nested: true);
        return right.Result.Fields.Contains(TableGenerator.Key)
            ? new Join(Join.Kinds[_random.Next(Join.Kinds.Length)], TableGenerator.Key, right)
            : new Count();
    }

    private string NewName() => NewNames[_random.Next(NewNames.Length)];

    private static string Fresh(IReadOnlyList<Field> fields) =>
        NewNames.Concat(Enumerable.Range(1, 99).Select(n => $"v{n}")).First(name => fields.All(f => f.Name != name));

    private T Pick<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];
}
