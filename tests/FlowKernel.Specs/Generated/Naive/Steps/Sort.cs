namespace FlowKernel.Specs.Generated.Naive.Steps;

/// <summary>Sorts by columns that leave no tie but between equal rows, and keeps the first rows if asked to.</summary>
internal sealed record Sort(IReadOnlyList<SortKey> Keys, int? First) : Step
{
    /// <inheritdoc/>
    public override string Text
    {
        get
        {
            var keys = string.Join(", ", Keys.Select(k => k.Text));
            return First is { } count ? $"sort by {keys}\n| take {count}" : $"sort by {keys}";
        }
    }

    /// <inheritdoc/>
    public override bool Orders => true;

    /// <inheritdoc/>
    public override NaiveTable Run(NaiveTable input)
    {
        var rows = input.Named.Order(Comparer<NaiveRow>.Create(Compare));
        return input.With(First is { } count ? rows.Take(count) : rows);
    }

    private int Compare(NaiveRow a, NaiveRow b) =>
        Keys.Select(key => key.Compare(a, b)).FirstOrDefault(order => order != 0);
}

/// <summary>A column to sort by. Descending unless it says <c>asc</c>; nulls are the least unless it says so.</summary>
internal sealed record SortKey(Field Field, bool Ascending, bool? NullsFirst)
{
    /// <summary>The KQL.</summary>
    public string Text
    {
        get
        {
            var nulls = NullsFirst switch { null => "", true => " nulls first", false => " nulls last" };
            return $"{Field.Text}{(Ascending ? " asc" : "")}{nulls}";
        }
    }

    /// <summary>The order of two rows by this column.</summary>
    public int Compare(NaiveRow a, NaiveRow b)
    {
        var (x, y) = (a[Field.Name], b[Field.Name]);
        if (x is null || y is null)
            return (x is null ? 1 : 0) - (y is null ? 1 : 0) is var order && (NullsFirst ?? Ascending) ? -order : order;
        var values = x is string s && y is string t
            ? string.CompareOrdinal(s, t)
            : Comparer<object>.Default.Compare(x, y);
        return Ascending ? values : -values;
    }
}
