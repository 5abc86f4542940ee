namespace FlowKernel.Specs.Generated.Naive.Steps;

/// <summary>All rows of two tables of the same columns.</summary>
internal sealed record Union(Pipeline Other) : Step
{
    /// <inheritdoc/>
    public override string Text => $"union (\n{Other.Text}\n)";

    /// <inheritdoc/>
    public override NaiveTable Run(NaiveTable input) => input with { Rows = [.. input.Rows, .. Other.Result.Rows] };
}
