namespace FlowKernel.Results;

/// <summary>
/// The kinds of chart that KQL's <c>render</c> knows; see <see cref="ChartKinds"/> for their KQL names.
/// </summary>
public enum ChartKind
{
    /// <summary>The rows as a table.</summary>
    Table,

    /// <summary>Vertical bars.</summary>
    Column,

    /// <summary>Horizontal bars.</summary>
    Bar,

    /// <summary>A pie.</summary>
    Pie,

    /// <summary>Lines.</summary>
    Line,

    /// <summary>Lines over time.</summary>
    Time,

    /// <summary>Filled lines.</summary>
    Area,

    /// <summary>Filled lines, one on top of the other.</summary>
    StackedArea,

    /// <summary>Points.</summary>
    Scatter,

    /// <summary>Single values, large.</summary>
    Card,

    /// <summary>Lines over time, with anomalous points marked.</summary>
    Anomaly,

    /// <summary>Stretches from a start to an end time.</summary>
    Ladder,

    /// <summary>Nested rectangles, as large as their values.</summary>
    Treemap,

    /// <summary>Bands from sources to targets, as wide as their values.</summary>
    Sankey,
}
