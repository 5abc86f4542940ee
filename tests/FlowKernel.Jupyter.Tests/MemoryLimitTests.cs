using FlowKernel.Jupyter.Memory;

namespace FlowKernel.Jupyter.Tests;

public sealed class MemoryLimitTests
{
    private const long Available = 10L << 30;

    [Theory]
    [InlineData(null, 6442450944)]
    [InlineData("  ", 6442450944)]
    [InlineData("8G", 8589934592)]
    [InlineData("1.5g", 1610612736)]
    [InlineData("512M", 536870912)]
    [InlineData("50%", 5368709120)]
    [InlineData("1000000000", 1000000000)]
    public void ASizeOrAShareIsALimit(string? text, long bytes) =>
        Assert.Equal(bytes, MemoryLimit.Parse(text, Available).OrThrow().Bytes);

    [Theory]
    [InlineData("lots")]
    [InlineData("0")]
    [InlineData("-5G")]
    [InlineData("120%")]
    [InlineData("100M")]
    [InlineData("8 GB each")]
    [InlineData("G")]
    [InlineData("1e30")]
    public void WhatIsNoLimitIsNamed(string text)
    {
        var error = MemoryLimit.Parse(text, Available).Diagnostics[0];
        Assert.Equal(("FK0815", $"The memory limit '{text}' is not one."), (error.Code, error.Message));
        Assert.Equal(
            "Set FLOWKERNEL_MEMORY_LIMIT to a size of at least 256M, such as 8G, or to a share of the machine's memory, "
            + "such as 50%.",
            error.Hint);
    }
}
