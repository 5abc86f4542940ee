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
}
