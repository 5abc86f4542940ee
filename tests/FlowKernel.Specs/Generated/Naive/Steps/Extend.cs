namespace FlowKernel.Specs.Generated.Naive.Steps;

/// <summary>Adds a column, or gives one that is there a new value in its place.</summary>
internal sealed record Extend(string Name, Expression Value) : Step
{
    /// <inheritdoc/>
    public override string Text => $"extend {KqlWords.Name(Name)} = {Value.Text}";

    /// <inheritdoc/>
    public override bool KeepsOrder => true;

    /// <inheritdoc/>
    public override NaiveTable Run(NaiveTable input)
    {
        var at = input.Fields.Select(f => f.Name).ToList().IndexOf(Name);
        var field = new Field(Name, Value.Type);
        Field[] fields = at < 0 ? [.. input.Fields, field] : [.. input.Fields.Select((f, i) => i == at ? field : f)];
        return new NaiveTable(fields, [.. input.Named.Select(row => Values(row, at))]);
    }

    private object?[] Values(NaiveRow row, int at)
    {
        var value = Value.Of(row);
        return at < 0 ? [.. row.Values, value] : [.. row.Values.Select((v, i) => i == at ? value : v)];
    }
}
