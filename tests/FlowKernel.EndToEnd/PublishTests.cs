using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using FlowKernel.EndToEnd.Tools;

namespace FlowKernel.EndToEnd;

public sealed class PublishTests
{
    private const string Begin = "dotnet publish ";
    private const string Folder = "artifacts/app";

    // What README names for a tool that starts fast; without it the first C# cell takes twice as long.
    [Theory]
    [InlineData("FlowKernel.Cli.dll")]
    [InlineData("FlowKernel.CSharp.dll")]
    [InlineData("Microsoft.CodeAnalysis.CSharp.dll")]
    public async Task ThePublishedToolOfTheReadmeIsCompiledAheadOfTime(string assembly)
    {
        await using var image = File.OpenRead(Path.Combine(await Published.Value, assembly));
        using var file = new PEReader(image);
        Assert.NotEqual(0, file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
    }

    private static readonly Lazy<Task<string>> Published = new(PublishAsync);

    // FLOWKERNEL_PUBLISHED names a folder that README's command has filled already.
    private static async Task<string> PublishAsync()
    {
        var top = Top();
        if (Environment.GetEnvironmentVariable("FLOWKERNEL_PUBLISHED") is { Length: > 0 } published)
            return Path.Combine(top, published);
        var command = (await File.ReadAllLinesAsync(Path.Combine(top, "README.md"), TestContext.Current.CancellationToken))
            .First(line => line.StartsWith(Begin, StringComparison.Ordinal));
        Assert.EndsWith(Folder, command, StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("flowkernel-publish-").FullName;
        // A build server that stays would keep the output open.
        string[] alone = ["-nodeReuse:false", "-p:UseSharedCompilation=false"];
        (await ProcessRun.RunAsync("dotnet", [.. command.Replace(Folder, folder, StringComparison.Ordinal).Split(' ').Skip(1), .. alone], folder: top, seconds: 1200))
            .Expect(0);
        return folder;
    }

    private static string Top([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
