using FlowKernel.Charts.Spec;
using FlowKernel.Results;
using static FlowKernel.Charts.Tests.Tables;

namespace FlowKernel.Charts.Tests.Kinds;

public sealed class GraphKindTests
{
    private static readonly KqlTable Talks = Of(
        ["SrcVm:string", "DestVm:string", "Bytes:long"], ["a", "b", 3L], ["b", "a", 1L], ["a", "c", 2L], ["a", "b", 4L]);

    [Fact]
    public void EachPairIsAConnectionAndEachNameANode()
    {
        var chart = Assert.IsType<GraphChart>(Tables.Spec(Talks, Render("graph")));
        Assert.Equal(["a", "b", "c"], chart.Nodes.Select(n => n.Name));
        Assert.Equal([(0, 1, 7.0), (0, 2, 2.0), (1, 0, 1.0)], chart.Edges.Select(e => (e.From, e.To, e.Value)));
        Assert.Equal(10, chart.Nodes[0].Weight);
        Assert.True(chart.IsWeighted);
    }

    [Fact]
    public void NodesLieApartAndAlwaysAtTheSamePlace()
    {
        var first = Assert.IsType<GraphChart>(Tables.Spec(Talks, Render("graph"))).Nodes;
        var second = Assert.IsType<GraphChart>(Tables.Spec(Talks, Render("graph"))).Nodes;
        Assert.Equal(first, second);
        Assert.All(first, n => Assert.InRange(n.X, 0, 1));
        Assert.Equal(3, first.Select(n => (n.X, n.Y)).Distinct().Count());
    }

    [Fact]
    public void OnlyTheLargestConnectionsAreDrawnAndTheChartSaysSo()
    {
        var rows = Enumerable.Range(0, 400).Select(i => new object?[] { $"n{i}", $"n{i + 1}", (long)i }).ToArray();
        var chart = Assert.IsType<GraphChart>(Tables.Spec(Of(["A:string", "B:string", "N:long"], rows), Render("graph")));
        Assert.Equal(150, chart.Edges.Count);
        Assert.Equal(["Only the 150 largest of 400 connections are shown."], chart.Notes);
    }

    [Fact]
    public void AGraphNeedsSourceAndTarget() =>
        Assert.Contains("source and target", Build(BySource, Render("graph")).Diagnostics[0].Message, StringComparison.Ordinal);
}
