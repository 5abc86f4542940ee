using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms.Graphs;

/// <summary>
/// <c>graph-match</c> (https://learn.microsoft.com/kusto/query/graph-match-operator): all ways in which a pattern lies in
/// a graph. Inputs: nodes with their key first, edges with source and target first.
/// </summary>
/// <param name="pattern">What is searched for.</param>
/// <param name="outputs">What is kept of a match.</param>
/// <param name="span">Where the pattern stands.</param>
public sealed class PatternMatch(GraphPattern pattern, IReadOnlyList<GraphOutput> outputs, TextSpan span)
    : IRowsAlgorithm
{
    private const int MostMatches = 10_000_000;

    /// <inheritdoc/>
    public string Name => "graph-match";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var data = new GraphData(inputs[0], inputs[1], cancellation);
        var rows = new GraphRows(data, outputs);
        foreach (var found in new PatternSearch(data, pattern, cancellation).All())
        {
            rows.Add(found);
            if (rows.Count > MostMatches)
                return TooMany();
        }

        return rows.Table();
    }

    private Diagnostic TooMany() => new(
        "FK0165", $"The pattern has more than {MostMatches:N0} matches.", span,
        "Narrow the pattern with conditions on single nodes and edges, or with shorter paths.");
}
