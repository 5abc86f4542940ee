using FlowKernel.Results;

namespace FlowKernel.Charts.Spec;

/// <summary>Shares of a whole, greatest first.</summary>
internal sealed record PieChart(ChartKind Kind, AxisUnit Unit, IReadOnlyList<Slice> Slices) : ChartSpec(Kind)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> LegendNames => [.. Slices.Select(s => s.Name)];

    /// <inheritdoc/>
    public override bool IsEmpty => Slices.All(s => s.Value == 0);
}

/// <summary>A share: its name and a value that is not negative.</summary>
internal sealed record Slice(string Name, double Value, bool IsOther = false);

/// <summary>Named values, large.</summary>
internal sealed record CardChart(ChartKind Kind, IReadOnlyList<CardValue> Values) : ChartSpec(Kind);

/// <summary>A value's name, and its text for reading.</summary>
internal sealed record CardValue(string Name, string Text);

/// <summary>Nested rectangles.</summary>
internal sealed record TreemapChart(ChartKind Kind, AxisUnit Unit, IReadOnlyList<TreeNode> Roots) : ChartSpec(Kind)
{
    /// <inheritdoc/>
    public override bool IsEmpty => Roots.All(r => r.Value == 0);
}

/// <summary>A rectangle, as large as all in it together.</summary>
internal sealed record TreeNode(string Name, double Value, IReadOnlyList<TreeNode> Children);

/// <summary>Bands between nodes; links hold indices of nodes.</summary>
internal sealed record SankeyChart(
    ChartKind Kind, AxisUnit Unit, IReadOnlyList<SankeyNode> Nodes, IReadOnlyList<SankeyLink> Links) : ChartSpec(Kind)
{
    /// <inheritdoc/>
    public override bool IsEmpty => Links.Count == 0;
}

/// <summary>A name in a column of a sankey, counted from 0.</summary>
internal sealed record SankeyNode(int Stage, string Name);

/// <summary>A band and its width.</summary>
internal sealed record SankeyLink(int From, int To, double Value);

/// <summary>Stretches of time, one below the other.</summary>
internal sealed record LadderChart(ChartKind Kind, IReadOnlyList<LadderSpan> Spans) : ChartSpec(Kind)
{
    /// <summary>What is written at the axis of time.</summary>
    public string TimeTitle { get; init; } = "";

    /// <inheritdoc/>
    public override bool IsEmpty => Spans.Count == 0;
}

/// <summary>A stretch, in milliseconds since 1970-01-01 UTC.</summary>
internal sealed record LadderSpan(string Name, double Start, double End);
