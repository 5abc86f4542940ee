using System.Globalization;
using FlowKernel.Results;
using static FlowKernel.Results.KqlType;

namespace FlowKernel.Specs.Generated.Naive;

/// <summary>An aggregate function: how it is written, what it takes and gives, and what it means.</summary>
internal sealed record AggregateRule(
    string Format, string Name, KqlType Type, KqlType? Takes, Func<IReadOnlyList<object?>, object?> Apply);

/// <summary>An aggregate with its argument.</summary>
internal sealed record Aggregate(AggregateRule Rule, Expression? Argument)
{
    /// <summary>The name that KQL gives it; null where that depends on an expression.</summary>
    public string? OwnName => Argument switch
    {
        null => Rule.Name,
        FieldUse use when Rule.Takes != Bool => $"{Rule.Name}{use.Field.Name}",
        _ => null,
    };

    /// <summary>The KQL; its own name is left away.</summary>
    public string Written(string name)
    {
        var call = string.Format(CultureInfo.InvariantCulture, Rule.Format, Argument?.Text);
        return name == OwnName ? call : $"{KqlWords.Name(name)} = {call}";
    }

    /// <summary>The value for a group of rows.</summary>
    public object? Of(IReadOnlyList<NaiveRow> group) => Rule.Apply([.. group.Select(row => Argument?.Of(row))]);
}

/// <summary>The core aggregates.</summary>
internal static class AggregateRules
{
    /// <summary>The rules.</summary>
    public static readonly AggregateRule[] All =
    [
        new("count()", "count_", Long, null, values => (long)values.Count),
        new("countif({0})", "countif_", Long, Bool, values => (long)values.Count(v => v is true)),
        new("dcount({0})", "dcount_", Long, KqlType.String, values => (long)values.Distinct().Count()),
        new("sum({0})", "sum_", Long, Long, values => values.OfType<long>().Sum()),
        new("sum({0})", "sum_", Real, Real, values => values.OfType<double>().Sum()),
        new("min({0})", "min_", Long, Long, values => values.Min(v => v as long?)),
        new("max({0})", "max_", Long, Long, values => values.Max(v => v as long?)),
        new("min({0})", "min_", KqlType.DateTime, KqlType.DateTime, values => values.Min(v => v as DateTime?)),
        new("max({0})", "max_", KqlType.TimeSpan, KqlType.TimeSpan, values => values.Max(v => v as TimeSpan?)),
        new("avg({0})", "avg_", Real, Long, values => values.OfType<long>().Average()),
    ];
}
