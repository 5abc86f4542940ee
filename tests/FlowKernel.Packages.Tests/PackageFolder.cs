using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.Packages.Tests;

/// <summary>
/// A notebook's folder with a source of small packages made on the spot and a packages folder of its own; no network.
/// </summary>
internal sealed class PackageFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("packages-");

    public PackageFolder()
    {
        Directory.CreateDirectory(Source);
        UseSources(Source);
    }

    public string Path => _root.FullName;

    public string Source => System.IO.Path.Combine(Path, "source");

    public string Installed => System.IO.Path.Combine(Path, "installed");

    public void UseSources(params string[] sources) => File.WriteAllText(
        System.IO.Path.Combine(Path, "nuget.config"),
        $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="{Installed}" /></config>
          <fallbackPackageFolders><clear /></fallbackPackageFolders>
          <packageSources><clear />
            {string.Concat(sources.Select((s, i) => $"<add key=\"s{i}\" value=\"{s}\" />"))}
          </packageSources>
        </configuration>
        """);

    /// <summary>Puts a package with some files into the source.</summary>
    public void Add(
        string name, string version, string dependencies = "", params (string Path, byte[] Content)[] files) =>
        Pack(name, version, dependencies, "", files);

    /// <summary>Puts a package of one assembly that needs a shared framework into the source.</summary>
    public void AddFor(string framework, string name, string code) => Pack(
        name, "1.0.0", "",
        $"""
        <frameworkReferences><group targetFramework="net8.0">
          <frameworkReference name="{framework}" />
        </group></frameworkReferences>
        """,
        ($"lib/net8.0/{name}.dll", Assembly(name, "1.0.0", code)));

    private void Pack(
        string name, string version, string dependencies, string metadata, params (string Path, byte[] Content)[] files)
    {
        using var zip = ZipFile.Open(
            System.IO.Path.Combine(Source, $"{name}.{version}.nupkg"), ZipArchiveMode.Create);
        var nuspec = $"""
            <package><metadata>
              <id>{name}</id><version>{version}</version><authors>a</authors><description>d</description>
              <dependencies><group targetFramework="net8.0">{dependencies}</group></dependencies>{metadata}
            </metadata></package>
            """;
        Write(zip, name + ".nuspec", System.Text.Encoding.UTF8.GetBytes(nuspec));
        foreach (var (path, content) in files)
            Write(zip, path, content);
    }

    /// <summary>Puts a package with one assembly of its name into the source.</summary>
    public void AddLibrary(string name, string version, string code, string dependencies = "") =>
        Add(name, version, dependencies, ($"lib/net8.0/{name}.dll", Assembly(name, version, code)));

    /// <summary>The element for a dependency in <see cref="Add"/>.</summary>
    public static string Needs(string name, string version) => $"<dependency id=\"{name}\" version=\"{version}\" />";

    public static byte[] Assembly(string name, string version, string code)
    {
        using var image = new MemoryStream();
        var attribute = $"[assembly: System.Reflection.AssemblyVersion(\"{version.Split('-')[0]}\")]";
        var emitted = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(attribute + code)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return image.ToArray();
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static void Write(ZipArchive zip, string path, byte[] content)
    {
        using var stream = zip.CreateEntry(path).Open();
        stream.Write(content);
    }
}
