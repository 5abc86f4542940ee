using FlowKernel.Hosting;
using FlowKernel.Kql;

namespace FlowKernel.Cli.Tests;

public class SupportListTests
{
    [Fact]
    public async Task ThePageSaysWhatTheEngineMakesOfEveryName()
    {
        using var language = new KqlLanguage();
        var cancellation = TestContext.Current.CancellationToken;
        var text = await SupportList.WriteAsync(new EmbeddedSupport(language), cancellation);
        var path = Path.Combine(Repository.Folder("src", "FlowKernel.DuckDb"), "SUPPORT.md");
        if (Environment.GetEnvironmentVariable("UPDATE_PAGES") is not null)
            await File.WriteAllTextAsync(path, text, cancellation);
        Assert.Equal(text, await File.ReadAllTextAsync(path, cancellation));
    }
}
