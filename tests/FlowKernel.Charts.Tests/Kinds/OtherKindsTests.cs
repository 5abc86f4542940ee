using FlowKernel.Charts.Spec;
using FlowKernel.Results;

namespace FlowKernel.Charts.Tests.Kinds;

public class OtherKindsTests
{
    [Fact]
    public void MakeSeriesArraysBecomePoints()
    {
        var table = Tables.Of(
            ["Ip:string", "T:dynamic", "N:dynamic"],
            [
                "a", new DynamicValue("""["2024-04-01T00:00:00Z","2024-04-02T00:00:00Z"]"""),
                new DynamicValue("[1,2.5]"),
            ],
            [
                "b", new DynamicValue("""["2024-04-01T00:00:00Z","2024-04-02T00:00:00Z"]"""),
                new DynamicValue("[null,7]"),
            ]);
        var chart = Tables.Xy(table, Tables.Render("timechart"));
        Assert.Equal(["b", "a"], chart.Series.Select(s => s.Name));
        Assert.Equal([1, 2.5], chart.Series[1].Y);
        Assert.Equal([Tables.Day(1), Tables.Day(2)], chart.Series[1].X.Select(AxisText.Instant));
        Assert.Equal([7], chart.Series[0].Y);
    }

    [Fact]
    public void DynamicScalarsNameSeries()
    {
        var table = Tables.Of(
            ["T:datetime", "Part:dynamic", "N:long"], [Tables.Day(1), new DynamicValue("\"web\""), 5L]);
        Assert.Equal("web", Tables.Xy(table, Tables.Render("columnchart")).Series[0].Name);
    }

    [Fact]
    public void AnomaliesAreMarkedOnTheirPoints()
    {
        var table = Tables.Of(
            ["T:datetime", "N:long", "Odd:int"],
            [Tables.Day(3), 90L, 1], [Tables.Day(1), 1L, 0], [Tables.Day(2), 2L, -1]);
        var render = Tables.Render("anomalychart") with { AnomalyColumns = ["Odd"] };
        var series = Assert.Single(Tables.Xy(table, render).Series);
        Assert.Equal([1, 2, 90], series.Y);
        Assert.Equal([1, 2], series.Marked);
    }

    [Fact]
    public void AnAnomalyColumnThatIsNotThereIsNamed() => Assert.Equal(
        "The property anomalycolumns names 'Odd', which is not a column of the result.",
        Assert.Single(Tables.Build(
            Tables.BySource, Tables.Render("anomalychart") with { AnomalyColumns = ["Odd"] }).Diagnostics).Message);

    [Fact]
    public void ATreemapNestsOneLevelPerTextColumn()
    {
        var table = Tables.Of(
            ["Subnet:string", "Ip:string", "TotalBytes:long"], ["web", "1", 5L], ["db", "2", 9L], ["web", "3", 6L]);
        var tree = Assert.IsType<TreemapChart>(Tables.Spec(table, Tables.Render("treemap")));
        Assert.Equal([("web", 11d), ("db", 9d)], tree.Roots.Select(r => (r.Name, r.Value)));
        Assert.Equal([("3", 6d), ("1", 5d)], tree.Roots[0].Children.Select(r => (r.Name, r.Value)));
    }

    [Fact]
    public void ASankeyKeepsBothDirectionsApart()
    {
        var table = Tables.Of(
            ["Src:string", "Dest:string", "TotalBytes:long"], ["a", "b", 5L], ["b", "a", 3L], ["a", "b", 1L]);
        var sankey = Assert.IsType<SankeyChart>(Tables.Spec(table, Tables.Render("sankey")));
        Assert.Equal(
            [new(0, "a"), new(1, "b"), new(0, "b"), new SankeyNode(1, "a")], sankey.Nodes);
        Assert.Equal([new(0, 1, 6), new SankeyLink(2, 3, 3)], sankey.Links);
    }

    [Fact]
    public void ASankeyOfManyNamesSaysWhatIsTogether()
    {
        var rows = Enumerable.Range(1, 30).Select(i => new object?[] { $"s{i}", "d", (long)i });
        var table = Tables.Of(["Src:string", "Dest:string", "N:long"], [.. rows]);
        var sankey = Assert.IsType<SankeyChart>(Tables.Spec(table, Tables.Render("sankey")));
        Assert.Equal(["The 10 smallest of 30 Src are together as \"other\"."], sankey.Notes);
        Assert.Equal(30 * 31 / 2, sankey.Links.Sum(l => l.Value));
        Assert.Equal(22, sankey.Nodes.Count);
    }

    [Fact]
    public void ASankeyNeedsTwoColumnsOfNames() => Assert.Equal(
        "A sankey needs two columns of names and one of numbers, and the result has SrcIp: string, TotalBytes: long.",
        Assert.Single(Tables.Build(Tables.BySource, Tables.Render("sankey")).Diagnostics).Message);

    [Fact]
    public void ALadderGoesFromStartToEnd()
    {
        var table = Tables.Of(["Flow:string", "Start:datetime", "End:datetime"], ["a", Tables.Day(1), Tables.Day(2)]);
        var ladder = Assert.IsType<LadderChart>(Tables.Spec(table, Tables.Render("ladderchart")));
        Assert.Equal("a: 2024-04-01 00:00:00 to 2024-04-02 00:00:00, 1 d", LadderText.Of(ladder.Spans[0]));
    }

    [Fact]
    public void ALadderNeedsTwoTimes() => Assert.StartsWith(
        "A ladderchart needs two datetime columns, start and end, and the result has ",
        Assert.Single(Tables.Build(Tables.AppOverTime, Tables.Render("ladderchart")).Diagnostics).Message,
        StringComparison.Ordinal);
}
