using FlowKernel.CSharp;
using FlowKernel.Notebook;

namespace FlowKernel.Packages.Tests;

/// <summary>C# cells that use packages, from the directive to the loaded code.</summary>
public sealed class CellsWithPackagesTests : IDisposable
{
    private readonly PackageFolder _folder = new();
    private readonly CSharpCells _cells;

    public CellsWithPackagesTests() => _cells = new CSharpCells(new CSharpCellsOptions
    {
        Packages = new PackageSession(_folder.Path),
        Folder = () => _folder.Path,
    });

    public void Dispose()
    {
        _cells.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task APackageIsUsedInThisAndLaterCellsAndCompletes()
    {
        _folder.AddLibrary(
            "Top", "1.0.0", "public static class Top { public static int Twice(int n) => 2 * n; }",
            PackageFolder.Needs("Low", "1.0.0"));
        _folder.AddLibrary("Low", "1.0.0", "public class Low { public int Depth => 7; }");
        Assert.Equal(42, await ValueOf("#r \"nuget: Top, 1.0.0\"\nTop.Twice(21)"));
        Assert.Equal(7, await ValueOf("new Low().Depth"));
        Assert.Equal("Twice", (await _cells.CompleteAsync("Top.Tw", 6, Test)).Items[0].Label);
    }

    [Fact]
    public async Task APackageStaysThoughItsCellDoesNotCompile()
    {
        _folder.AddLibrary("Top", "1.0.0", "public static class Top { public static int One => 1; }");
        var outcome = await _cells.RunAsync("#r \"nuget: Top\"\nTop.Onne", SilentOutput.Instance, Test);
        Assert.Equal("CS0117", outcome.Diagnostics[0].Code);
        Assert.Equal(1, await ValueOf("Top.One"));
        Assert.Equal(1, await ValueOf("#r \"nuget: Top\"\nTop.One"));
    }

    [Fact]
    public async Task ANativeLibraryOfAPackageIsFound()
    {
        var file = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!)
            .Single(f => Path.GetFileNameWithoutExtension(f).EndsWith("IO.Compression.Native", StringComparison.Ordinal)
                && Path.GetExtension(f) is ".so" or ".dylib" or ".dll"
                && Path.GetFileName(f).Contains("IO.Compression.Native", StringComparison.Ordinal));
        var name = $"{(OperatingSystem.IsWindows() ? "" : "lib")}sums{Path.GetExtension(file)}";
        _folder.Add(
            "Sums", "1.0.0", "",
            ($"runtimes/{Assets.RuntimeIdentifiers.Current}/native/{name}", await File.ReadAllBytesAsync(file, Test)),
            ("lib/net8.0/Sums.dll", PackageFolder.Assembly("Sums", "1.0.0", """
                public static class Sums
                {
                    [System.Runtime.InteropServices.DllImport("sums", EntryPoint = "CompressionNative_Crc32")]
                    public static extern uint Crc32(uint crc, byte[] buffer, int length);
                }
                """)));
        Assert.Equal(0xE8B7BE43u, await ValueOf("#r \"nuget: Sums\"\nSums.Crc32(0, [(byte)'a'], 1)"));
    }

    [Fact]
    public async Task TheSharedFrameworkOfAPackageIsThereForCells()
    {
        _folder.AddFor("Microsoft.AspNetCore.App", "Web", "public class Web;");
        Assert.Equal("/a", await ValueOf(
            "#r \"nuget: Web\"\nnew Microsoft.AspNetCore.Http.PathString(\"/a\").Value"));
    }

    [Fact]
    public async Task AFrameworkThatIsNotInstalledIsNamed()
    {
        _folder.AddFor("Contoso.Desktop.App", "Window", "public class Window;");
        var outcome = await _cells.RunAsync("#r \"nuget: Window\"", SilentOutput.Instance, Test);
        Assert.Equal(
            $"Window 1.0.0 needs the framework Contoso.Desktop.App for .NET {Environment.Version.Major}, which is not "
            + "installed.",
            Assert.Single(outcome.Diagnostics).Message);
    }

    [Fact]
    public async Task AMissingPackageIsAnErrorInItsDirective()
    {
        const string Code = "// one\n#r \"nuget: Missing, 1.0\"\n1";
        var outcome = await _cells.RunAsync(Code, SilentOutput.Instance, Test);
        var error = Assert.Single(outcome.Diagnostics);
        Assert.Equal(("FK1002", "Missing"), (error.Code, Code.Substring(error.Span.Start, error.Span.Length)));
    }

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    private async Task<object?> ValueOf(string code) =>
        (await _cells.RunAsync(code, SilentOutput.Instance, Test)).OrThrow().Value;
}
