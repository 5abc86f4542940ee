namespace FlowKernel.Charts.Spec;

/// <summary>How large the nodes of a graph are drawn: their area stands for what goes in and out.</summary>
internal static class GraphSizes
{
    private const double Smallest = 8;
    private const double Largest = 30;

    /// <summary>How many nodes have room for the largest size.</summary>
    private const double Roomy = 30;

    /// <summary>The diameter of a node in pixels.</summary>
    public static double Diameter(GraphChart chart, GraphNode node)
    {
        var greatest = chart.Nodes.Max(n => n.Weight);
        var share = greatest > 0 ? node.Weight / greatest : 0;
        var room = Math.Min(1, Math.Sqrt(Roomy / chart.Nodes.Count));
        return Math.Round(room * (Smallest + ((Largest - Smallest) * Math.Sqrt(share))), 1);
    }
}
