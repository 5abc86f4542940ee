using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Kinds;

/// <summary>
/// Places nodes so that connected ones are near and all are apart (Fruchterman and Reingold, 1991). It starts from a
/// circle, so the same graph always looks the same, in every form of the chart.
/// </summary>
internal static class GraphLayout
{
    private const int Rounds = 300;

    // Strong enough to keep parts that are not connected from driving each other far away.
    private const double Pull = 0.4;

    /// <summary>The nodes with places from 0 to 1.</summary>
    public static IReadOnlyList<GraphNode> Place(
        IReadOnlyList<(string Name, double Weight)> nodes, IReadOnlyList<GraphEdge> edges)
    {
        var x = new double[nodes.Count];
        var y = new double[nodes.Count];
        for (var i = 0; i < x.Length; i++)
            (y[i], x[i]) = Math.SinCos(2 * Math.PI * i / x.Length);
        var ideal = Math.Sqrt(4.0 / Math.Max(1, x.Length));
        for (var round = 0; round < Rounds; round++)
            Move(x, y, edges, ideal, 0.2 * (1 - ((double)round / Rounds)));
        var (across, down) = (Scaled(x), Scaled(y));
        return [.. nodes.Select((n, i) => new GraphNode(n.Name, across[i], down[i], n.Weight))];
    }

    private static void Move(double[] x, double[] y, IReadOnlyList<GraphEdge> edges, double ideal, double most)
    {
        var dx = Array.ConvertAll(x, v => -Pull * v);
        var dy = Array.ConvertAll(y, v => -Pull * v);
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j < i; j++)
                Push(i, j, ideal * ideal / Square(x[i] - x[j], y[i] - y[j]));
        }

        foreach (var edge in edges)
            Push(edge.From, edge.To, -Math.Sqrt(Square(x[edge.From] - x[edge.To], y[edge.From] - y[edge.To])) / ideal);
        for (var i = 0; i < x.Length; i++)
        {
            var length = Math.Max(1e-9, Math.Sqrt((dx[i] * dx[i]) + (dy[i] * dy[i])));
            x[i] += dx[i] / length * Math.Min(length, most);
            y[i] += dy[i] / length * Math.Min(length, most);
        }

        void Push(int i, int j, double force)
        {
            var (across, down) = ((x[i] - x[j]) * force, (y[i] - y[j]) * force);
            (dx[i], dy[i], dx[j], dy[j]) = (dx[i] + across, dy[i] + down, dx[j] - across, dy[j] - down);
        }
    }

    private static double Square(double x, double y) => Math.Max(1e-6, (x * x) + (y * y));

    private static double[] Scaled(double[] values)
    {
        if (values.Length == 0)
            return values;
        var (least, range) = (values.Min(), values.Max() - values.Min());
        return Array.ConvertAll(values, v => range < 1e-9 ? 0.5 : (v - least) / range);
    }
}
