namespace FlowKernel.Specs.Generated.Naive.Steps;

/// <summary>All columns but one.</summary>
internal sealed record ProjectAway(Field Field) : Step
{
    /// <inheritdoc/>
    public override string Text => $"project-away {Field.Text}";

    /// <inheritdoc/>
    public override bool KeepsOrder => true;

    /// <inheritdoc/>
    public override NaiveTable Run(NaiveTable input)
    {
        var at = input.Fields.ToList().FindIndex(f => f.Name == Field.Name);
        return new NaiveTable(
            [.. input.Fields.Where((_, i) => i != at)],
            [.. input.Rows.Select(row => row.Where((_, i) => i != at).ToArray())]);
    }
}
