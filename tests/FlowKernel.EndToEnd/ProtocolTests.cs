using FlowKernel.EndToEnd.Tools;

namespace FlowKernel.EndToEnd;

/// <summary>The protocol, by Jupyter's own client against the installed kernel.</summary>
public sealed class ProtocolTests
{
    [Fact]
    public async Task ThePublicProtocolTestsPassWithNoneLeftOut()
    {
        var jupyter = await JupyterInstallation.FindAsync();
        if (!await jupyter.CanImportAsync("jupyter_kernel_test"))
            Assert.Skip("This machine has no jupyter_kernel_test.");
        var report = await jupyter.RunUnitTestsAsync("test_public_suite");
        Assert.DoesNotContain("skipped", report);
        // 12 in version 0.4, which has no test of the welcome message; 13 since 0.6.
        Assert.Matches("Ran 1[23] tests", report);
    }

    [Theory]
    [InlineData("test_stdin")]
    [InlineData("test_comm")]
    [InlineData("test_outputs")]
    [InlineData("test_lifetime")]
    [InlineData("test_exhaustion")]
    [InlineData("test_hungry_cells")]
    public async Task WhatThePublicTestsLeaveOutHolds(string module)
    {
        var jupyter = await JupyterInstallation.FindAsync();
        Assert.DoesNotContain("skipped", await jupyter.RunUnitTestsAsync(module));
    }
}
