namespace FlowKernel.Specs.Generated.Naive.Steps;

/// <summary>Columns from expressions.</summary>
internal sealed record Project(IReadOnlyList<(string Name, Expression Value)> Columns) : Step
{
    /// <inheritdoc/>
    public override string Text =>
        $"project {string.Join(", ", Columns.Select(c => Written(c.Name, c.Value)))}";

    /// <inheritdoc/>
    public override bool KeepsOrder => true;

    /// <inheritdoc/>
    public override NaiveTable Run(NaiveTable input) => new(
        [.. Columns.Select(c => new Field(c.Name, c.Value.Type))],
        [.. input.Named.Select(row => Columns.Select(c => c.Value.Of(row)).ToArray())]);

    /// <summary>A named expression; a column under its own name needs none.</summary>
    public static string Written(string name, Expression value) =>
        value is FieldUse use && use.Field.Name == name ? value.Text : $"{KqlWords.Name(name)} = {value.Text}";
}
