namespace FlowKernel.Charts.Spec;

/// <summary>How tall a chart is, in pixels, so that every bar and legend entry can be read.</summary>
internal static class ChartHeight
{
    /// <summary>The distance between two entries of a legend.</summary>
    public const int LegendLine = 20;

    private const int Usual = 400;
    private const int BarLine = 18;
    private const int NameLimit = 28;

    public static int Of(ChartSpec spec)
    {
        var head = 32 + (spec.Title.Length > 0 ? 28 : 0) + (16 * spec.Notes.Count);
        var legend = spec.ShowLegend ? spec.LegendNames.Count * LegendLine : 0;
        return Math.Max(BodyOf(spec), head + legend);
    }

    /// <summary>What long names under the columns need, which are turned, beyond one line.</summary>
    private static int ColumnNames(MatrixChart matrix) =>
        Math.Max(0, (3 * Math.Min(NameLimit, matrix.Columns.Max(c => c.Length))) - 30);

    private static int BodyOf(ChartSpec spec) => spec switch
    {
        CardChart card => 60 + (110 * new CardGrid(card.Values.Count).Rows),
        XyChart { Split: YSplit.Panels } panels => 60 + (170 * panels.YAxes.Count),
        XyChart { Horizontal: true } bars => Math.Max(Usual, 110 + (BarLine * bars.X.Categories.Count)),
        MatrixChart matrix => ColumnNames(matrix) + Math.Max(200, 130 + ((matrix.ShowsValues ? 24 : BarLine) * matrix.Rows.Count)),
        GraphChart => 520,
        MapChart => 440,
        LadderChart ladder => Math.Max(200, 90 + (BarLine * ladder.Spans.Count)),
        SankeyChart sankey => Math.Max(Usual, 60 + (22 * sankey.Nodes.GroupBy(n => n.Stage).Max(g => g.Count()))),
        _ => Usual,
    };
}
