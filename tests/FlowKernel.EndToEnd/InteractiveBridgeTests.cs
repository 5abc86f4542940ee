using FlowKernel.EndToEnd.Tools;

namespace FlowKernel.EndToEnd;

/// <summary>The bridge's package in a real .NET Interactive under a real Jupyter, where the machine has both.</summary>
public sealed class InteractiveBridgeTests
{
    [Fact]
    public async Task KqlChartsRecipesAndSharedValuesWorkInDotnetInteractive()
    {
        using var tool = await InteractiveTool.FindAsync();
        var report = Path.Combine(tool.Folder, "report.html");
        var cells = await tool.RunCellsAsync(
            "#!flowlogs connect sample",
            "#!flowkql --name flows\nNTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by SrcIp | top 3 by Bytes",
            "#!set --byref --name flows --value @flowkql:flows\nflows",
            "#!flowlogs\nflows | render barchart",
            "var least = 1;",
            "#!flowkql\n#!set --name least --value @csharp:least\nprint Sum = least + 1",
            "#!flowkql\nNTANetAnalytics | where SrcIpp == 'x'",
            "#!flowlogs help",
            "await Flow.Query(\"flows | count\")",
            $"#!flowlogs export {report}",
            "#!flowlogs --name kept\nNTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by FlowType",
            "kept.Count");
        Assert.StartsWith("FlowKernel loaded", cells[0].Shown("text/plain"));
        Assert.StartsWith("Connected to sample", cells[1].Shown("text/plain"));
        Assert.StartsWith("SrcIp", cells[2].Shown("text/plain"));
        Assert.Contains("flowkernel-table", cells[3].Shown("text/html"));
        Assert.StartsWith("{\"data\":", cells[4].Shown("application/vnd.plotly.v1+json"));
        Assert.StartsWith("Sum\n---\n  2\n", cells[6].Shown("text/plain"));
        Assert.Contains("2 | NTANetAnalytics | where SrcIpp == 'x'\n    |                         ^^^^^^", cells[7].Error);
        Assert.Contains("#!flowlogs connect sample", cells[8].Shown("text/plain"));
        Assert.Contains("Count", cells[9].Shown("text/plain"));
        Assert.Contains("nor the C# cells that its host runs", cells[10].Shown("text/plain"));
        Assert.Contains(">8<", cells[12].Shown("text/html"));
        Assert.Contains("top 3 by Bytes", await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken));
    }
}
