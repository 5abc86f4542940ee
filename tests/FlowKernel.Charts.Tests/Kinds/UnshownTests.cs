using FlowKernel.Notebook;
using FlowKernel.Results;

namespace FlowKernel.Charts.Tests.Kinds;

/// <summary>What has no place in a chart is said, never left out in silence.</summary>
public sealed class UnshownTests(SharedRenderer shared) : IClassFixture<SharedRenderer>
{
    public static TheoryData<string, KqlTable, string> NothingToDraw => new()
    {
        { "piechart", Tables.Of(["A:string", "N:long"], ["x", -3L]), "1 negative value cannot be shown." },
        { "treemap", Tables.Of(["A:string", "N:long"], ["x", 0L]), "" },
        { "timechart", Tables.Of(["T:datetime", "N:real"], [Tables.Day(1), double.NaN]), "1 value without a finite number cannot be shown." },
        { "sankey", Tables.Of(["A:string", "B:string", "N:long"], ["x", "y", 0L]), "" },
        { "timepivot", Tables.Of(["T:datetime", "A:string"], [null, "x"]), "" },
        { "ladderchart", Tables.Of(["S:datetime", "E:datetime"], [Tables.Day(1), null]), "1 row without a start or an end cannot be shown." },
    };

    [Theory]
    [MemberData(nameof(NothingToDraw))]
    public void NothingToDrawIsAWarningAndShowsTheTable(string kind, KqlTable table, string why)
    {
        var outcome = shared.Renderer.Render(table, new(kind));
        Assert.Equal([MimeTypes.Html, MimeTypes.Plain], outcome.Value!.Data.Keys);
        var warning = Assert.Single(outcome.Diagnostics);
        Assert.Equal(("FK0310", false), (warning.Code, warning.IsError));
        Assert.Equal($"Nothing in the result can be drawn as a {kind}. {why}".TrimEnd(), warning.Message);
    }

    [Fact]
    public void SharesOfNothingAreNothingToDraw()
    {
        var table = Tables.Of(["A:string", "B:string", "N:long"], ["x", "y", 0L], ["x", "z", 0L]);
        var outcome = shared.Renderer.Render(table, new("columnchart") { Kind = "stacked100" });
        Assert.Equal("FK0310", Assert.Single(outcome.Diagnostics).Code);
    }

    [Theory]
    [InlineData("columnchart", "stacked100", false)]
    [InlineData("areachart", "stacked", true)]
    [InlineData("linechart", null, true)]
    public void SumsThatAreTooLargeForANumberHaveNoPlace(string kind, string? stacks, bool accumulate)
    {
        var table = Tables.Of(["A:string", "N:real"], ["x", 1e308], ["y", 1.7e308], ["z", 1e-320]);
        var outcome = shared.Renderer.Render(table, new(kind) { Kind = stacks, Accumulate = accumulate });
        Assert.Contains("cannot be shown.", outcome.Succeeded ? outcome.Value.Text(MimeTypes.Plain) + outcome.Diagnostics.Select(d => d.Message).FirstOrDefault() : "");
        Assert.DoesNotContain(outcome.Diagnostics, d => d.IsError);
    }

    [Fact]
    public void ValuesThatAreInfiniteOrNoNumberAreCountedAndEmptyOnesAreNot()
    {
        var table = Tables.Of(
            ["T:datetime", "N:real"],
            [Tables.Day(1), 1d], [null, 2d], [Tables.Day(3), null], [Tables.Day(4), double.NaN], [Tables.Day(5), double.NegativeInfinity]);
        Assert.Equal(
            ["1 row without T cannot be shown.", "2 values without a finite number cannot be shown."],
            Tables.Xy(table, Tables.Render("timechart")).Notes);
        var bars = Tables.Of(["A:string", "N:real"], ["x", double.PositiveInfinity], ["y", 1d]);
        Assert.Equal(["1 value without a finite number cannot be shown."], Tables.Xy(bars, Tables.Render("columnchart")).Notes);
        Assert.Equal(["1 value without a finite number cannot be shown."], Tables.Spec(bars, Tables.Render("piechart")).Notes);
        var below = Tables.Of(["A:string", "N:real"], ["x", double.NegativeInfinity], ["y", 1d]);
        Assert.Equal(["1 value without a finite number cannot be shown."], Tables.Spec(below, Tables.Render("piechart")).Notes);
        var log = Tables.Xy(below, Tables.Render("columnchart") with { YAxis = "log" });
        Assert.Equal(["1 value without a finite number cannot be shown."], log.Notes);
    }

    [Fact]
    public void ZeroHasNoPlaceOnALogarithmicAxis()
    {
        var table = Tables.Of(["X:real", "Y:real"], [1d, 10d], [2d, 0d], [3d, -1d], [0d, 5d]);
        var up = Tables.Xy(table, Tables.Render("linechart") with { YAxis = "log" });
        Assert.Equal([5, 10], up.Series[0].Y);
        Assert.Equal(["2 values of zero or less cannot be shown on a logarithmic axis."], up.Notes);
        var across = Tables.Xy(table, Tables.Render("scatterchart") with { XAxis = "log" });
        Assert.Equal(["1 value of zero or less cannot be shown on a logarithmic axis."], across.Notes);
    }

    [Fact]
    public void AnOpenStretchAndACircleAreSaid()
    {
        var ladder = Tables.Of(
            ["S:datetime", "E:datetime"], [Tables.Day(1), Tables.Day(2)], [Tables.Day(1), null], [null, Tables.Day(2)]);
        Assert.Equal(
            ["2 rows without a start or an end cannot be shown."], Tables.Spec(ladder, Tables.Render("ladderchart")).Notes);
        var graph = Tables.Of(["A:string", "B:string"], ["x", "x"], ["x", "y"]);
        Assert.Equal(
            ["Not drawn: 1 connection from a name to itself."], Tables.Spec(graph, Tables.Render("graph")).Notes);
    }

    [Fact]
    public void AListIsATableWithoutAComplaint()
    {
        var outcome = shared.Renderer.Render(Tables.BySource, new("list"));
        Assert.Equal([MimeTypes.Html, MimeTypes.Plain], outcome.Value!.Data.Keys);
        Assert.Empty(outcome.Diagnostics);
    }
}
