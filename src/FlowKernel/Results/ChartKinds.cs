namespace FlowKernel.Results;

/// <summary>The KQL names of the chart kinds.</summary>
public static class ChartKinds
{
    private static readonly string[] Names =
    [
        "table", "columnchart", "barchart", "piechart", "linechart", "timechart", "areachart", "stackedareachart",
        "scatterchart", "card", "anomalychart", "ladderchart", "treemap", "sankey",
        "timepivot", "pivotchart", "graph", "map", "plotly",
    ];

    /// <summary>What <c>render</c> calls the kind, such as <c>columnchart</c>.</summary>
    public static string Name(this ChartKind kind) => Names[(int)kind];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>
    /// Finds a kind by its KQL name, with or without <c>chart</c> at the end; false when there is none. A <c>list</c> is
    /// a table.
    /// </summary>
    public static bool TryParse(string name, out ChartKind kind)
    {
        if (string.Equals(name, "list", StringComparison.OrdinalIgnoreCase))
            name = Names[(int)ChartKind.Table];
        var index = Array.FindIndex(Names, n =>
            string.Equals(n, name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(n, name + "chart", StringComparison.OrdinalIgnoreCase));
        kind = (ChartKind)Math.Max(index, 0);
        return index >= 0;
    }
}
