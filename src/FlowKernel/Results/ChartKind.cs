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

    /// <summary>Events over time, one row for each name: a cell for each stretch of time.</summary>
    TimePivot,

    /// <summary>One name across, one down, and a value for each pair.</summary>
    Pivot,

    /// <summary>Nodes and the connections between them.</summary>
    Graph,

    /// <summary>Countries coloured by their values, or points at longitudes and latitudes.</summary>
    Map,

    /// <summary>A plotly figure that the result holds as JSON.</summary>
    Plotly,
}
