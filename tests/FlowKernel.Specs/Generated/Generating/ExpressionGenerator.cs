using FlowKernel.Results;
using FlowKernel.Specs.Generated.Naive;

namespace FlowKernel.Specs.Generated.Generating;

/// <summary>Well-typed expressions over columns.</summary>
internal sealed class ExpressionGenerator(Random random, TableGenerator tables)
{
    private const int Depth = 3;

    private static readonly ILookup<KqlType, ScalarRule> Rules = ScalarRules.All.ToLookup(rule => rule.Type);

    /// <summary>An expression of a type.</summary>
    public Expression Of(KqlType type, IReadOnlyList<Field> fields) => Of(type, fields, Depth);

    /// <summary>A predicate that is more than a constant.</summary>
    public Expression Predicate(IReadOnlyList<Field> fields) => Application(KqlType.Bool, fields, Depth);

    /// <summary>An expression of any type.</summary>
    public Expression Any(IReadOnlyList<Field> fields)
    {
        var types = Rules.Select(group => group.Key).ToArray();
        return Application(types[random.Next(types.Length)], fields, Depth);
    }

    private Expression Of(KqlType type, IReadOnlyList<Field> fields, int depth)
    {
        var fitting = fields.Where(f => f.Type == type).ToList();
        return random.Next(10) switch
        {
            < 5 when fitting.Count > 0 => new FieldUse(fitting[random.Next(fitting.Count)]),
            < 8 when depth > 0 => Application(type, fields, depth),
            _ => new Constant(tables.Value(type), type),
        };
    }

    private Application Application(KqlType type, IReadOnlyList<Field> fields, int depth)
    {
        var rules = Rules[type].ToList();
        var rule = rules[random.Next(rules.Count)];
        return new Application(rule, [.. rule.Takes.Select(t => Of(t, fields, depth - 1))]);
    }
}
