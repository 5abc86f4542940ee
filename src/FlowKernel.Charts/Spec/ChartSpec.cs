using FlowKernel.Results;

namespace FlowKernel.Charts.Spec;

/// <summary>
/// What is drawn, free of how: each kind builds one from a table, and each output (figure, picture, text) reads it.
/// Texts are clean (<see cref="Labels"/>) but not encoded; encoding belongs to the outputs.
/// </summary>
/// <param name="Kind">The kind that was asked for.</param>
internal abstract record ChartSpec(ChartKind Kind)
{
    /// <summary>The title over the chart; empty for none.</summary>
    public string Title { get; init; } = "";

    /// <summary>What is shown, such as <c>TotalBytes by App over TimeGenerated</c>; its accessible name.</summary>
    public required string Subject { get; init; }

    /// <summary>What the chart does not show, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>True where there is nothing to draw.</summary>
    public virtual bool IsEmpty => false;

    /// <summary>False to leave the legend out.</summary>
    public bool ShowLegend { get; init; }

    /// <summary>What a legend would list.</summary>
    public virtual IReadOnlyList<string> LegendNames => [];
}
