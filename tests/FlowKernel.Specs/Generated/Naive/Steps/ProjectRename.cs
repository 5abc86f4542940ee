namespace FlowKernel.Specs.Generated.Naive.Steps;

/// <summary>One column under another name.</summary>
internal sealed record ProjectRename(Field Field, string Name) : Step
{
    /// <inheritdoc/>
    public override string Text => $"project-rename {KqlWords.Name(Name)} = {Field.Text}";

    /// <inheritdoc/>
    public override bool KeepsOrder => true;

    /// <inheritdoc/>
    public override NaiveTable Run(NaiveTable input) => input with
    {
        Fields = [.. input.Fields.Select(f => f.Name == Field.Name ? f with { Name = Name } : f)],
    };
}
