namespace FlowKernel.Charts.Spec;

/// <summary>How much a chart can show and still be read.</summary>
internal static class ChartLimits
{
    /// <summary>Series with a colour of their own.</summary>
    public const int Series = 20;

    /// <summary>Points of all series together.</summary>
    public const int Points = 100_000;

    /// <summary>Bars in time or over numbers, of all series together: a picture has room for no more.</summary>
    public const int Bars = 5_000;

    /// <summary>Bars with a name of their own.</summary>
    public const int Categories = 100;
}
