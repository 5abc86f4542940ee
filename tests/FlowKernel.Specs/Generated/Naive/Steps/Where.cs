namespace FlowKernel.Specs.Generated.Naive.Steps;

/// <summary>Rows for which a predicate is true.</summary>
internal sealed record Where(Expression Predicate) : Step
{
    /// <inheritdoc/>
    public override string Text => $"where {Bare(Predicate.Text)}";

    /// <inheritdoc/>
    public override bool KeepsOrder => true;

    /// <inheritdoc/>
    public override NaiveTable Run(NaiveTable input) =>
        input.With(input.Named.Where(row => Predicate.Of(row) is true));

    // Without the outer brackets: neighbours that filter must not join them wrongly.
    private static string Bare(string text) => text is ['(', .. var inner, ')'] && Closes(inner) ? inner : text;

    private static bool Closes(string inner)
    {
        if (inner.Contains('"'))
            return false;
        var depth = 0;
        foreach (var c in inner)
        {
            depth += c switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0)
                return false;
        }

        return depth == 0;
    }
}
