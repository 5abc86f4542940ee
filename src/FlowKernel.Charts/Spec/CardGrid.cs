namespace FlowKernel.Charts.Spec;

/// <summary>Where cards lie: up to four in a row, as fractions of the whole from the upper left.</summary>
internal sealed class CardGrid(int count)
{
    private readonly int _columns = Math.Clamp(count, 1, 4);

    /// <summary>How many rows there are.</summary>
    public int Rows => (count + _columns - 1) / _columns;

    /// <summary>The middle of a card.</summary>
    public (double X, double Y) At(int index) =>
        (((index % _columns) + 0.5) / _columns, ((index / _columns) + 0.55) / Rows);

    /// <summary>The size in which a text fits its card, in pixels.</summary>
    public int SizeFor(string text) => Math.Clamp(1300 / _columns / Math.Max(1, text.Length), 12, 44);
}
