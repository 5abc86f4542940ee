using Microsoft.DotNet.Interactive.Commands;

namespace FlowKernel.Interactive.Tests;

/// <summary>Mistakes are told at the lines of the host's cell, not of the part that the host hands over.</summary>
[Collection("one bridge at a time")]
public sealed class CellPlacesTests(LoadedExtension extension) : IClassFixture<LoadedExtension>
{
    private const string Mistake = "NTANetAnalytics\n| where SrcIpp == 1";

    [Theory]
    [InlineData("var y = 1;\n\n#!flowlogs\n\n", 6)]
    [InlineData("#!flowlogs\n#!set --name ip --value @csharp:ip\n", 4)]
    public async Task AQuerysMistakeIsAtTheLineOfTheCell(string above, int line)
    {
        await extension.DirectAsync("#!flowlogs connect sample", "#!flowlogs connect", new SubmitCode(""));
        var cell = new SubmitCode(above + Mistake);
        await extension.DirectAsync("#!flowlogs", "#!flowlogs", cell);
        var (ended, _) = await extension.SubmitCSharpAsync(new SubmitCode(Mistake) { Parent = cell });
        Assert.Contains($"at line {line}, column 9\n  {line} | | where SrcIpp == 1", ended.Failure);
    }

    [Fact]
    public async Task ACellWithoutADirectiveBeginsWithItsQuery()
    {
        await extension.DirectAsync("#!flowlogs connect sample", "#!flowlogs connect", new SubmitCode(""));
        Assert.Contains("at line 2, column 9", (await extension.SendAsync(new SubmitCode(Mistake))).Failure);
    }

    [Fact]
    public async Task AMistakeInADirectiveIsAtItsOwnLine()
    {
        const string Line = "#!flowlogs conect sample";
        var ended = await extension.DirectAsync(Line, "#!flowlogs", new SubmitCode($"var x = 1;\n{Line}\nprint 1"));
        Assert.Contains("at line 2, column 12\n  2 | #!flowlogs conect sample", ended.Failure);
    }
}
