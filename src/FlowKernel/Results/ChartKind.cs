namespace FlowKernel.Results;

/// <summary>The kinds of chart that KQL's <c>render</c> knows; see <see cref="ChartKinds"/> for their KQL names.</summary>
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
}
