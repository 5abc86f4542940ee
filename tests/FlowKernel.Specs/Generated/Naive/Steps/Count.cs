using FlowKernel.Results;

namespace FlowKernel.Specs.Generated.Naive.Steps;

/// <summary>How many rows there are.</summary>
internal sealed record Count : Step
{
    /// <inheritdoc/>
    public override string Text => "count";

    /// <inheritdoc/>
    public override NaiveTable Run(NaiveTable input) =>
        new([new Field("Count", KqlType.Long)], [[(long)input.Rows.Count]]);
}
