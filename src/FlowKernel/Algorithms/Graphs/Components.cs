using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Algorithms.Graphs;

/// <summary>
/// <c>graph-mark-components</c>: each node's key with the number of its component, from 0 in the order of the nodes.
/// A weak component ignores the edges' direction; in a strong one each node is reached from each other.
/// </summary>
public sealed class Components(bool strong) : IRowsAlgorithm
{
    private const int None = -1;

    /// <inheritdoc/>
    public string Name => "graph-mark-components";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var data = new GraphData(inputs[0], inputs[1], cancellation);
        var marks = strong ? Strong(data, cancellation) : Weak(data, cancellation);
        var key = data.Nodes.Columns[0];
        return new KqlTable(
            [key, new KqlColumn("component", KqlType.Long)], [data.Nodes.Vectors[0], new ColumnVector<long>(marks)]);
    }

    private static long[] Weak(GraphData data, CancellationToken cancellation)
    {
        var marks = Unmarked(data);
        var next = 0L;
        var left = new Stack<int>();
        for (var node = 0; node < marks.Length; node++)
        {
            if (marks[node] != None)
                continue;
            Flood(node, next++, marks, left, n => data.Out(n).Concat(data.In(n)), cancellation);
        }

        return marks;
    }

    /// <summary>Kosaraju: nodes by when they are left behind, then floods against the edges, the last one first.</summary>
    private static long[] Strong(GraphData data, CancellationToken cancellation)
    {
        var marks = Unmarked(data);
        var left = new Stack<int>();
        var component = 0L;
        foreach (var node in Enumerable.Reverse(ByDeparture(data, cancellation)))
        {
            if (marks[node] == None)
                Flood(node, component++, marks, left, data.In, cancellation);
        }

        return Renumbered(marks);
    }

    private static List<int> ByDeparture(GraphData data, CancellationToken cancellation)
    {
        var departed = new List<int>();
        var seen = new bool[data.Nodes.RowCount];
        var path = new Stack<(int Node, int Next)>();
        for (var start = 0; start < seen.Length; start++)
        {
            if (seen[start])
                continue;
            seen[start] = true;
            path.Push((start, 0));
            while (path.TryPop(out var at))
            {
                cancellation.ThrowIfCancellationRequested();
                if (at.Next == data.Out(at.Node).Count)
                {
                    departed.Add(at.Node);
                    continue;
                }

                path.Push((at.Node, at.Next + 1));
                var node = data.Out(at.Node)[at.Next].Node;
                if (!seen[node])
                {
                    seen[node] = true;
                    path.Push((node, 0));
                }
            }
        }

        return departed;
    }

    private static void Flood(
        int start, long mark, long[] marks, Stack<int> left, Func<int, IEnumerable<GraphStep>> steps,
        CancellationToken cancellation)
    {
        marks[start] = mark;
        left.Push(start);
        while (left.TryPop(out var node))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var step in steps(node).Where(s => marks[s.Node] == None))
            {
                marks[step.Node] = mark;
                left.Push(step.Node);
            }
        }
    }

    private static long[] Renumbered(long[] marks)
    {
        var numbers = new Dictionary<long, long>();
        foreach (var mark in marks)
            numbers.TryAdd(mark, numbers.Count);
        return [.. marks.Select(m => numbers[m])];
    }

    private static long[] Unmarked(GraphData data) => [.. Enumerable.Repeat((long)None, data.Nodes.RowCount)];
}
