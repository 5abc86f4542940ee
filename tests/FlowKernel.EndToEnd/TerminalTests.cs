using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlowKernel.EndToEnd.Tools;

namespace FlowKernel.EndToEnd;

/// <summary>What a command shows at a terminal while its results go elsewhere.</summary>
public sealed class TerminalTests
{
    private const string SlowQuery =
        "range a from 1 to 2000000 step 1 | extend k = a % 1000 "
        + "| join kind=inner (range b from 1 to 30000 step 1 | extend k = b % 1000) on k | summarize sum(a * b % 7)";

    [Fact]
    public async Task ProgressIsDrawnInPlaceWhereTheResultIsPiped()
    {
        var (result, terminal) = await RunAsync("xterm");
        Assert.StartsWith("{", result, StringComparison.Ordinal);
        Assert.Contains("\e[2A", terminal, StringComparison.Ordinal);
        Assert.DoesNotContain("sample\r\nRunning", terminal, StringComparison.Ordinal);
    }

    // One line in ten seconds, which the query takes on a machine that is busy; updates come several times a second.
    [Fact]
    public async Task ATerminalThatCannotBeDrawnOnGetsNoLineForEachUpdate()
    {
        var (_, terminal) = await RunAsync("dumb");
        int[] told = [.. Regex.Matches(terminal, @"Running on sample · (\d+) s").Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];
        Assert.All(told.Zip(told.Prepend(0)), pair => Assert.InRange(pair.First - pair.Second, 9, int.MaxValue));
    }

    private static async Task<(string Result, string Terminal)> RunAsync(string terminal)
    {
        var jupyter = await JupyterInstallation.FindAsync();
        // Where a build service says what it is, progress is for its log.
        string[] plain = ["env", "-u", "GITHUB_ACTIONS", "-u", "TF_BUILD", $"TERM={terminal}"];
        var end = await jupyter.RunScriptAsync(
            "terminal.py", null, [.. plain, "dotnet", Tool.Assembly, "query", "--sample", "--format", "json", SlowQuery]);
        var run = JsonNode.Parse(end.Output)!;
        Assert.Equal(0, (int)run["code"]!);
        return ((string)run["result"]!, (string)run["terminal"]!);
    }
}
