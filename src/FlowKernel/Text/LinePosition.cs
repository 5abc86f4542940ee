namespace FlowKernel.Text;

/// <summary>A place in a text as people count it: line and column both start at 1; a column is a UTF-16 unit.</summary>
public readonly record struct LinePosition(int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"line {Line}, column {Column}");
}
