namespace FlowKernel.DuckDb.Tests.Engine;

public sealed class EngineMemorySettingTests
{
    private const long Available = 10L << 30;

    [Theory]
    [InlineData("6GiB", 6442450944)]
    [InlineData("1.5G", 1610612736)]
    [InlineData(" 512mib ", 536870912)]
    [InlineData("40%", 4294967296)]
    [InlineData("1000000000", 1000000000)]
    public void ASizeOrAShareIsTheLimitOfQueries(string text, long bytes) =>
        Assert.Equal(bytes, EngineMemorySetting.Parse(text, Available).OrThrow().Bytes);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void NothingLeavesItToTheEngine(string? text) =>
        Assert.Null(EngineMemorySetting.Parse(text, Available).OrThrow().Bytes);

    [Theory]
    [InlineData("lots")]
    [InlineData("0")]
    [InlineData("-5G")]
    [InlineData("iB")]
    [InlineData("6iB")]
    [InlineData("100M")]
    [InlineData("200%")]
    [InlineData("999999999T")]
    [InlineData("NaN")]
    public void WhatIsNoSizeIsNamed(string text)
    {
        var error = Assert.Single(EngineMemorySetting.Parse(text, Available).Diagnostics);
        Assert.Equal(("FK0176", $"The memory '{text}' for queries is no size."), (error.Code, error.Message));
        Assert.Equal(
            "Set FLOWKERNEL_ENGINE_MEMORY to a size of at least 256MiB, such as 6GiB, or to a share of the machine's memory, "
            + "such as 40%; or remove it.",
            error.Hint);
    }
}
