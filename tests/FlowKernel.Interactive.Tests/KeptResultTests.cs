using FlowKernel.Session;
using Microsoft.DotNet.Interactive.Commands;

namespace FlowKernel.Interactive.Tests;

[Collection("one bridge at a time")]
public sealed class KeptResultTests(LoadedExtension extension) : IClassFixture<LoadedExtension>
{
    [Theory]
    [InlineData("kept", true)]
    [InlineData("class", false)]
    public async Task AResultThatIsKeptIsAVariableOfCSharpWhereItsNameCanBeOne(string name, bool isVariable)
    {
        await extension.DirectAsync("#!flowlogs connect sample", "#!flowlogs connect", new SubmitCode(""));
        var cell = new SubmitCode("");
        await extension.DirectAsync($"#!flowlogs --name {name}", "#!flowlogs", cell);
        var (context, _) = await extension.SubmitCSharpAsync(new SubmitCode("range x from 1 to 3 step 1") { Parent = cell });
        Assert.Null(context.Failure);
        Assert.Equal(isVariable, extension.CSharp.Values.ContainsKey(name));
        if (isVariable)
            Assert.Equal(3, Assert.IsType<FlowRows>(extension.CSharp.Values[name]).Count);
    }
}
