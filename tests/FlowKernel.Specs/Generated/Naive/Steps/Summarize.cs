namespace FlowKernel.Specs.Generated.Naive.Steps;

/// <summary>Aggregates of groups; without keys one row, whatever there is.</summary>
internal sealed record Summarize(
    IReadOnlyList<(string Name, Aggregate Value)> Aggregates,
    IReadOnlyList<(string Name, Expression Value)> Keys) : Step
{
    /// <inheritdoc/>
    public override string Text
    {
        get
        {
            var aggregates = string.Join(", ", Aggregates.Select(a => a.Value.Written(a.Name)));
            var keys = string.Join(", ", Keys.Select(k => Project.Written(k.Name, k.Value)));
            return keys.Length == 0 ? $"summarize {aggregates}" : $"summarize {aggregates} by {keys}";
        }
    }

    /// <inheritdoc/>
    public override NaiveTable Run(NaiveTable input)
    {
        var groups = input.Named
            .GroupBy(row => Cells.Line([.. Keys.Select(k => k.Value.Of(row))]))
            .Select(group => group.ToList());
        if (Keys.Count == 0)
            groups = [[.. input.Named]];
        return new NaiveTable(
            [
                .. Keys.Select(k => new Field(k.Name, k.Value.Type)),
                .. Aggregates.Select(a => new Field(a.Name, a.Value.Rule.Type)),
            ],
            [.. groups.Select(Values)]);
    }

    private object?[] Values(List<NaiveRow> group) =>
        [.. Keys.Select(k => k.Value.Of(group[0])), .. Aggregates.Select(a => a.Value.Of(group))];
}
