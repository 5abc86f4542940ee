using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Graphs;

/// <summary>
/// <c>graph-shortest-paths</c> (https://learn.microsoft.com/kusto/query/graph-shortest-paths-operator): for each pair of a
/// first and a last node, one of the paths with the fewest edges that fit the pattern, or all of them.
/// </summary>
public sealed class ShortestPaths(GraphPattern pattern, IReadOnlyList<GraphOutput> outputs, bool all, TextSpan span)
    : IRowsAlgorithm
{
    private const int MostPaths = 10_000_000;

    /// <inheritdoc/>
    public string Name => "graph-shortest-paths";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var data = new GraphData(inputs[0], inputs[1], cancellation);
        var rows = new GraphRows(data, outputs);
        for (var node = 0; node < data.Nodes.RowCount; node++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!data.Fits(node, pattern.Nodes[0]))
                continue;
            foreach (var found in new PathsFromNode(data, pattern, node, cancellation).Find(all))
            {
                rows.Add(found);
                if (rows.Count > MostPaths)
                    return TooMany();
            }
        }

        return rows.Table();
    }

    private Diagnostic TooMany() => new(
        "FK0165", $"There are more than {MostPaths:N0} shortest paths.", span,
        "Narrow the first and the last node, or ask for any path instead of all.");
}
