using FlowKernel.EndToEnd.Tools;

namespace FlowKernel.EndToEnd;

public sealed class KernelInJupyterTests
{
    [Fact]
    public async Task CSharpCellsShareTheirVariables()
    {
        var jupyter = await JupyterInstallation.FindAsync();
        var cells = await jupyter.RunCellsAsync("var x = 20;", "Console.WriteLine(\"counting\"); x + 1");
        Assert.Equal("counting\n", cells[1].Stream("stdout"));
        Assert.Equal("21", cells[1].Shown("text/plain"));
    }

    [Fact]
    public async Task AMistakeInCSharpShowsTheLineWithACaret()
    {
        var jupyter = await JupyterInstallation.FindAsync();
        var cells = await jupyter.RunCellsAsync("var a = 1;\nvar b = aa;", "1 + 1");
        Assert.Equal("error", cells[0].Status);
        Assert.Contains("error CS0103: The name 'aa' does not exist in the current context", cells[0].Error);
        Assert.Contains("2 | var b = aa;", cells[0].Error);
        Assert.Equal("ok", cells[1].Status);
    }

    [Fact]
    public async Task AKeptResultIsAVariableForCSharpAndATableForKql()
    {
        var jupyter = await JupyterInstallation.FindAsync();
        var cells = await jupyter.RunCellsAsync(
            "#!flowlogs connect sample",
            "#!flowlogs --name talkers\n"
                + "NTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by SrcIp | top 3 by Bytes",
            "talkers.Count",
            "#!flowlogs\ntalkers | summarize Rows = count()");
        Assert.Equal("3", cells[2].Shown("text/plain"));
        Assert.StartsWith("Rows\n----\n   3\n", cells[3].Shown("text/plain"));
    }

    [Fact]
    public async Task AVariableGoesIntoAQueryWithItsTypeAndAMissingOneIsPointedAt()
    {
        var jupyter = await JupyterInstallation.FindAsync();
        var cells = await jupyter.RunCellsAsync(
            "#!flowlogs connect sample",
            "var back = TimeSpan.FromHours(36);",
            "#!flowlogs --param back\nprint Days = back / 1d",
            "#!flowlogs --param forth\nprint forth");
        Assert.StartsWith("Days\n----\n 1.5\n", cells[2].Shown("text/plain"));
        Assert.Contains("error FK1101: There is no C# variable 'forth' to hand over.", cells[3].Error);
        Assert.Contains("1 | #!flowlogs --param forth\n    |                    ^^^^^", cells[3].Error);
    }

    [Fact]
    public async Task AMistakeInKqlInsideCSharpPointsIntoTheString()
    {
        var jupyter = await JupyterInstallation.FindAsync();
        var cells = await jupyter.RunCellsAsync(
            "#!flowlogs connect sample", "await Flow.Query(\"NTANetAnalytics | where SrcIpp == 'x'\")");
        Assert.Contains("error KS142: The name 'SrcIpp' does not refer to any known column", cells[1].Error);
        Assert.Contains("^^^^^^\n  Did you mean 'SrcIp'?", cells[1].Error);
    }
}
