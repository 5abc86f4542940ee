using FlowKernel.Results;

namespace FlowKernel.Specs.Generated.Naive.Steps;

/// <summary>A row for each of two values.</summary>
internal sealed record MvExpand(string Name, Expression First, Expression Second) : Step
{
    /// <inheritdoc/>
    public override string Text =>
        $"mv-expand {KqlWords.Name(Name)} = pack_array({First.Text}, {Second.Text}) to typeof(long)";

    /// <inheritdoc/>
    public override NaiveTable Run(NaiveTable input) => new(
        [.. input.Fields, new Field(Name, KqlType.Long)],
        [
            .. input.Named.SelectMany(row => new[] { First, Second }
                .Select(value => (object?[])[.. row.Values, value.Of(row)])),
        ]);
}
