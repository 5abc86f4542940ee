using FlowKernel.Results;

namespace FlowKernel.Charts.Spec;

/// <summary>Shares of a whole, greatest first.</summary>
internal sealed record PieChart(ChartKind Kind, AxisUnit Unit, IReadOnlyList<Slice> Slices) : ChartSpec(Kind)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> LegendNames => [.. Slices.Select(s => s.Name)];
}

/// <summary>A share: its name and a value that is not negative.</summary>
internal sealed record Slice(string Name, double Value, bool IsOther = false);

/// <summary>Named values, large.</summary>
internal sealed record CardChart(ChartKind Kind, IReadOnlyList<CardValue> Values) : ChartSpec(Kind);

/// <summary>A value's name, and its text for reading.</summary>
internal sealed record CardValue(string Name, string Text);
