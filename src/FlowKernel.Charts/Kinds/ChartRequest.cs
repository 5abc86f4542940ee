using FlowKernel.Results;

namespace FlowKernel.Charts.Kinds;

/// <summary>A wish for a chart.</summary>
internal sealed record ChartRequest(ChartKind Kind, KqlTable Table, RenderProperties Render)
{
    /// <summary>Rows whose points are to be marked, or null for none.</summary>
    public bool[]? Marks { get; init; }

    /// <summary>The title that was asked for, clean; empty for none.</summary>
    public string Title => Spec.Labels.Title(Render.Title);

    /// <summary>Whether a legend of several entries is to be shown.</summary>
    public bool WantsLegend => !string.Equals(Render.Legend, "hidden", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of a column.</summary>
    public string NameOf(int column) => Spec.Labels.Clean(Table.Columns[column].Name);
}
