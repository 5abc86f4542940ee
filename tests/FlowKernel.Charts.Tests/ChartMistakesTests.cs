using FlowKernel.Notebook;
using FlowKernel.Results;

namespace FlowKernel.Charts.Tests;

public class ChartMistakesTests
{
    public static TheoryData<RenderProperties, string> Mistakes => new()
    {
        { new("gantt"), "FK0301 There is no chart kind 'gantt' here." },
        {
            new("columnchart") { XColumn = "app" },
            "FK0302 The property xcolumn names 'app', which is not a column of the result. "
                + "The columns are App, TimeGenerated, TotalBytes; case matters."
        },
        {
            new("columnchart") { YColumns = ["App"] },
            "FK0303 The property ycolumns names 'App', which is a string, not a number. "
                + "Convert it first, for example with tolong(App)."
        },
        {
            new("columnchart") { XColumn = "TotalBytes" },
            "FK0304 A columnchart needs a column of numbers, and the result has none to spare "
                + "(App: string, TimeGenerated: datetime, TotalBytes: long)."
        },
        {
            new("areachart") { XColumn = "TotalBytes" },
            "FK0304 An areachart needs a column of numbers, and the result has none to spare "
        },
        {
            new("columnchart") { Kind = "map" },
            "FK0307 The property kind cannot be 'map'. It can be default, unstacked, stacked, stacked100."
        },
        { new("linechart") { YSplit = "rows" }, "FK0307 The property ysplit cannot be 'rows'. It can be none, axes, panels." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void AMistakeIsOneSentenceAndAWayOut(RenderProperties render, string expected)
    {
        using var renderer = new ChartRenderer();
        var mistake = Assert.Single(renderer.Render(Tables.AppOverTime, render).Diagnostics);
        Assert.StartsWith(expected, $"{mistake.Code} {mistake.Message} {mistake.Hint}", StringComparison.Ordinal);
        Assert.NotNull(mistake.Hint);
    }

    [Fact]
    public void ATimeChartWithoutTimesSaysWhatIsThere()
    {
        var mistake = Assert.Single(Tables.Build(Tables.BySource, new("timechart")).Diagnostics);
        Assert.Equal("FK0305", mistake.Code);
        Assert.Equal(
            "A timechart needs a datetime column, and the result has none (SrcIp: string, TotalBytes: long).",
            mistake.Message);
    }

    [Fact]
    public void NoRowsIsAWarningAndShowsTheEmptyTable()
    {
        using var renderer = new ChartRenderer();
        var outcome = renderer.Render(Tables.Of(["App:string", "N:long"]), new("columnchart"));
        Assert.EndsWith("no rows", outcome.Value!.Text(MimeTypes.Plain), StringComparison.Ordinal);
        var warning = Assert.Single(outcome.Diagnostics);
        Assert.False(warning.IsError);
        Assert.Equal("The query gave no rows, so there is no columnchart to draw.", warning.Message);
    }
}
