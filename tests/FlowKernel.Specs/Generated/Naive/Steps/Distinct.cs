namespace FlowKernel.Specs.Generated.Naive.Steps;

/// <summary>The combinations of values of some columns.</summary>
internal sealed record Distinct(IReadOnlyList<Field> Fields) : Step
{
    /// <inheritdoc/>
    public override string Text => $"distinct {string.Join(", ", Fields.Select(f => f.Text))}";

    /// <inheritdoc/>
    public override NaiveTable Run(NaiveTable input) => new(
        Fields,
        [.. input.Named.Select(row => Fields.Select(f => row[f.Name]).ToArray()).DistinctBy(Cells.Line)]);
}
