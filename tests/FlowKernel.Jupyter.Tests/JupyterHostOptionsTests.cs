namespace FlowKernel.Jupyter.Tests;

public sealed class JupyterHostOptionsTests
{
    [Fact]
    public void NothingIsKeptInTheWorkingFolder()
    {
        var options = new JupyterHostOptions();
        Assert.True(Path.IsPathFullyQualified(options.HistoryFolder!));
        Assert.True(Path.IsPathFullyQualified(options.RunFolder!));
    }
}
