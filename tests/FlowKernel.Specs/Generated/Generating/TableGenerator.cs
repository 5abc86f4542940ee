using FlowKernel.Results;
using FlowKernel.Specs.Generated.Naive;

namespace FlowKernel.Specs.Generated.Generating;

/// <summary>Small tables, with values from small sets, so that joins meet and groups gather.</summary>
internal sealed class TableGenerator(Random random)
{
    /// <summary>The column that every table begins with, and joins use.</summary>
    public static readonly Field Key = new("k", KqlType.String);

    private static readonly DateTime Start = new(2024, 2, 28, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Field[] Others =
    [
        new("n", KqlType.Long), new("m", KqlType.Long), new("r", KqlType.Real), new("flag", KqlType.Bool),
        new("at", KqlType.DateTime), new("took", KqlType.TimeSpan), new("order", KqlType.Long),
        new("a b", KqlType.Long), new("it's", KqlType.String), new("select", KqlType.Real),
    ];

    private static readonly string[] Texts =
        ["", "a", "b", "ab", "Ab cd", "x-ab", "it's", "say \"ab\"", "back\\slash", "a|b", "12", "-7", "ü€😀"];

    /// <summary>A table of columns chosen at random.</summary>
    public NaiveTable Table() => Table([Key, .. Some(Others, random.Next(1, 5))]);

    /// <summary>A table of the given columns.</summary>
    public NaiveTable Table(IReadOnlyList<Field> fields) => new(
        fields, [.. Enumerable.Range(0, random.Next(0, 7)).Select(_ => fields.Select(f => Value(f.Type)).ToArray())]);

    /// <summary>A value of a type; one in six is null, if the type has nulls.</summary>
    public object? Value(KqlType type)
    {
        if (type == KqlType.String)
            return Texts[random.Next(Texts.Length)];
        if (random.Next(6) == 0)
            return null;
        return type switch
        {
            KqlType.Bool => random.Next(2) == 0,
            KqlType.Long => (long)random.Next(-7, 13),
            KqlType.Real => random.Next(-8, 17) / 4.0,
            KqlType.DateTime => Start.AddMinutes(30 * random.Next(0, 150)),
            KqlType.TimeSpan => TimeSpan.FromMinutes(15 * random.Next(-4, 120)),
            _ => throw new NotSupportedException($"A value of {type}."),
        };
    }

    /// <summary>Some of a list, in its order.</summary>
    public IEnumerable<T> Some<T>(IReadOnlyList<T> all, int count) =>
        all.OrderBy(_ => random.Next()).Take(count).OrderBy(x => all.ToList().IndexOf(x)).ToList();
}
