using System.Text.Json;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace FlowKernel.Interactive.Tests;

/// <summary>Values of the host's other kernels as parameters of queries.</summary>
[Collection("one bridge at a time")]
public sealed class HandedValueTests(LoadedExtension extension) : IClassFixture<LoadedExtension>
{
    [Theory]
    [InlineData("#!set --name since --value @csharp:since", true)]
    [InlineData("#!set --name other --value 3\n #!set --value \"@csharp:since\" --name since", true)]
    [InlineData("#!set --name since --value @fsharp:since", false)]
    [InlineData("#!set --name since --value @csharp:since --mime-type text/plain", false)]
    [InlineData("#!set --name other --value @csharp:since", false)]
    [InlineData("#!set --name since --value @csharp:since\n#!set --name since --value 3", false)]
    [InlineData("print '--name since --value @csharp:since'", false)]
    public async Task AValueOfCSharpKeepsItsTypeThoughTheHostHandsJsonOver(string lines, bool isTyped)
    {
        extension.CSharp.Values["since"] = new DateTime(2024, 4, 20);
        // The host declared by hand does not read JSON: what does not come from C# is null.
        await extension.SendAsync(new SendValue("since", null) { Parent = new SubmitCode($"#!flowkql\n{lines}\nprint since") });
        var value = await extension.SendAsync<RequestValue, ValueProduced>(new RequestValue("since"));
        Assert.Equal(isTyped, value.Value is DateTime);
    }

    [Fact]
    public async Task AValueThatAQueryNamesOnlyInATextIsNoParameterOfIt()
    {
        await extension.DirectAsync("#!flowlogs connect sample", "#!flowlogs connect", new SubmitCode(""));
        await extension.SendAsync(new SendValue("ip", "10.1.1.8"));
        Assert.Single((await extension.SendAsync(new SubmitCode("print Said = 'the ip'"))).Events);
        Assert.Single((await extension.SendAsync(new SubmitCode("print Said = ip"))).Events);
    }

    [Fact]
    public async Task AListThatComesAsJsonCanBeAParameter()
    {
        await extension.DirectAsync("#!flowlogs connect sample", "#!flowlogs connect", new SubmitCode(""));
        await extension.SendAsync(new SendValue("ips", JsonDocument.Parse("""["10.1.1.8"]""")));
        var run = await extension.SendAsync(new SubmitCode("print Found = '10.1.1.8' in (ips)"));
        Assert.Null(run.Failure);
        var shown = Assert.IsType<DisplayedValueProduced>(Assert.Single(run.Events));
        Assert.Contains("true", shown.FormattedValues.Single(f => f.MimeType == "text/plain").Value);
    }
}
