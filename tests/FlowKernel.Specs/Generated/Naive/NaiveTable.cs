using FlowKernel.Results;

namespace FlowKernel.Specs.Generated.Naive;

/// <summary>A column of a <see cref="NaiveTable"/>.</summary>
internal sealed record Field(string Name, KqlType Type)
{
    /// <summary>The name as a query writes it.</summary>
    public string Text => KqlWords.Name(Name);
}

/// <summary>Rows in memory, as plain as can be: what the naive steps read and give.</summary>
internal sealed record NaiveTable(IReadOnlyList<Field> Fields, IReadOnlyList<object?[]> Rows)
{
    /// <summary>The rows, each with the names of its values.</summary>
    public IEnumerable<NaiveRow> Named => Rows.Select(values => new NaiveRow(Fields, values));

    /// <summary>A table of the same columns with other rows.</summary>
    public NaiveTable With(IEnumerable<NaiveRow> rows) => this with { Rows = [.. rows.Select(r => r.Values)] };
}

/// <summary>One row.</summary>
internal readonly record struct NaiveRow(IReadOnlyList<Field> Fields, object?[] Values)
{
    /// <summary>The value of a column that is there.</summary>
    public object? this[string name] => Values[IndexOf(name)];

    private int IndexOf(string name)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Name == name)
                return i;
        }

        throw new InvalidOperationException($"There is no column {name}.");
    }
}
