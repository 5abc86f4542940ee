using System.Text.Json;

namespace FlowKernel.Cli.Tests.Checking;

[Collection("console")]
public sealed class CheckCommandTests(CheckedFiles files) : IClassFixture<CheckedFiles>
{
    [Fact]
    public async Task OurNotebooksAndRecipesAreClean()
    {
        var report = await files.CheckAsync(
            Repository.Folder("notebooks"), Repository.Folder("src", "FlowKernel", "Recipes"));
        Assert.Empty(report.Files.SelectMany(f => f.Diagnostics).Select(d => $"{d.Code} {d.Message}"));
        Assert.Equal(0, report.NotChecked);
        Assert.InRange(report.Files.Count, 10, int.MaxValue);
    }

    [Fact]
    public async Task AMistakeIsShownWithCellLineAndCaretAndFails()
    {
        var path = files.Notebook(
            "shown.ipynb", "#!flowlogs connect sample\nNTANetAnalytics\n| where DestIpp == ''");
        var run = await ToolRun.OfAsync("check", path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("shown.ipynb, cell 1, line 3, column 9", run.Output, StringComparison.Ordinal);
        Assert.Contains("  3 | | where DestIpp == ''\n    |         ^^^^^^^\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 file checked: 1 error, 0 warnings.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCannotBeCheckedHasAnExitCodeOfItsOwn()
    {
        var good = files.File("good.kql", "NTANetAnalytics | take 5");
        Assert.Equal(0, (await ToolRun.OfAsync("check", good)).ExitCode);
        Assert.Equal(2, (await ToolRun.OfAsync("check", good, files.File("broken.ipynb", "{nope"))).ExitCode);
        Assert.Equal(2, (await ToolRun.OfAsync("check", "no-such-file.kql")).ExitCode);
        Assert.Equal(2, (await ToolRun.OfAsync("check", files.File("notes.txt", "x"))).ExitCode);
        var broken = await ToolRun.OfAsync("check", good, files.File("broken.ipynb", "{nope"));
        Assert.Contains("it is not JSON (line 1).\n  in ", broken.Output, StringComparison.Ordinal);
        Assert.Contains("broken.ipynb\n", broken.Output, StringComparison.Ordinal);
        var nowhere = Path.Combine(files.Folder, "no-such-folder", "check.sarif");
        Assert.Equal(2, (await ToolRun.OfAsync("check", good, "--sarif", nowhere)).ExitCode);
        var run = await ToolRun.OfAsync("check", "no-such-file.kql");
        Assert.Contains("There is no file or folder 'no-such-file.kql'.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANotebookOfAnotherKernelIsANoteInAFolderAndAFailureByName()
    {
        var path = files.File(
            "other/python.ipynb",
            """{"cells":[{"cell_type":"code","source":"1"}],"metadata":{"kernelspec":{"name":"python3"}}}""");
        Assert.Equal(0, (await ToolRun.OfAsync("check", Path.GetDirectoryName(path)!)).ExitCode);
        var named = await ToolRun.OfAsync("check", path);
        Assert.Equal(2, named.ExitCode);
        Assert.Contains("for the kernel 'python3'", named.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WarningsFailOnlyWhenAsked()
    {
        var path = files.Notebook(
            "warning.ipynb", "#!flowlogs connect sample", "await Flow.Query(\"NTANetAnalytics\", new { ip = \"x\" })");
        Assert.Equal(0, (await ToolRun.OfAsync("check", path)).ExitCode);
        Assert.Equal(1, (await ToolRun.OfAsync("check", path, "--warnings-as-errors")).ExitCode);
    }

    [Fact]
    public async Task SarifPointsAtTheCharactersInTheFileAndNamesTheCell()
    {
        var path = files.Notebook(
            "sarif.ipynb", "#!flowlogs connect sample",
            "// \"é\" 😀\nawait Flow.Query(\"NTANetAnalytics | where SrcIpp == 'x'\")");
        var log = Path.Combine(files.Folder, "check.sarif");
        await ToolRun.OfAsync("check", path, "--sarif", log);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken));
        SarifRulesOfTheFormat.Hold(json.RootElement);
        var location = json.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0];
        var region = location.GetProperty("physicalLocation").GetProperty("region");
        var lines = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Split('\n');
        var (start, end) = (region.GetProperty("startColumn").GetInt32(), region.GetProperty("endColumn").GetInt32());
        Assert.Equal("SrcIpp", lines[region.GetProperty("startLine").GetInt32() - 1][(start - 1)..(end - 1)]);
        var cell = location.GetProperty("logicalLocations")[0];
        Assert.Equal("cell 2", cell.GetProperty("name").GetString());
        Assert.EndsWith(
            "cell 2, line 2, column 43", cell.GetProperty("fullyQualifiedName").GetString()!);
    }

    [Fact]
    public async Task SarifOfACleanCheckHasNoResults()
    {
        var log = Path.Combine(files.Folder, "clean.sarif");
        await ToolRun.OfAsync("check", files.File("clean.kql", "NTANetAnalytics"), "--sarif", log);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken));
        SarifRulesOfTheFormat.Hold(json.RootElement);
        Assert.Equal(0, json.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }
}
