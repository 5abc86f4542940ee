using System.Text.Json;

namespace FlowKernel.Interactive;

/// <summary>
/// Where the files of the packages lie that ours depends on: read from the dependency list of the build, found in the
/// folder that NuGet restores packages to.
/// </summary>
internal sealed class PackageFiles
{
    private static readonly string[] NativeNames = ["{0}", "lib{0}.so", "{0}.dll", "lib{0}.dylib", "{0}.so"];
    private readonly Dictionary<string, string> _assemblies = new(StringComparer.OrdinalIgnoreCase);

    private PackageFiles(IReadOnlyList<string> nativeFolders) => NativeFolders = nativeFolders;

    /// <summary>The folders that hold native libraries for this machine.</summary>
    public IReadOnlyList<string> NativeFolders { get; }

    /// <summary>Reads a dependency list.</summary>
    /// <param name="dependencies">The deps.json file.</param>
    /// <param name="root">The folder that packages are restored to.</param>
    /// <param name="runtime">The machine, such as <c>linux-x64</c>.</param>
    public static PackageFiles Read(string dependencies, string root, string runtime)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(dependencies));
        var target = file.RootElement.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
        var packages = file.RootElement.GetProperty("targets").GetProperty(target).EnumerateObject()
            .Where(library => library.Name.Contains('/', StringComparison.Ordinal)).ToList();
        var folders = packages.Select(p => Path.Combine(root, FolderOf(p.Name)))
            .Select(folder => Path.Combine(folder, "runtimes", runtime, "native"))
            .Concat(V8Folders(packages, root, runtime)).Distinct().Where(Directory.Exists);
        var files = new PackageFiles([.. folders]);
        foreach (var package in packages.Where(p => p.Value.TryGetProperty("runtime", out _)))
        {
            foreach (var assembly in package.Value.GetProperty("runtime").EnumerateObject())
                files.Add(Path.Combine(root, FolderOf(package.Name), assembly.Name));
        }

        return files;
    }

    /// <summary>The file of an assembly by its simple name, or null.</summary>
    public string? Assembly(string name) => _assemblies.GetValueOrDefault(name);

    /// <summary>The file of a native library by the name that code imports it under, or null.</summary>
    public string? Native(string name) => NativeFolders
        .SelectMany(_ => NativeNames, (folder, form) => Path.Combine(folder, form.Replace("{0}", name)))
        .FirstOrDefault(File.Exists);

    private void Add(string path)
    {
        if (File.Exists(path))
            _assemblies[Path.GetFileNameWithoutExtension(path)] = path;
    }

    // The list names the V8 package of the machine that built it; here another one may be restored.
    private static IEnumerable<string> V8Folders(List<JsonProperty> packages, string root, string runtime) =>
        packages.Where(p => p.Name.StartsWith("Microsoft.ClearScript.V8.Native.", StringComparison.Ordinal))
            .Select(p => p.Name.Split('/')[1])
            .Select(version => Path.Combine(
                root, $"microsoft.clearscript.v8.native.{runtime}", version, "runtimes", runtime, "native"));

    private static string FolderOf(string library) =>
        Path.Combine(library.Split('/')[0].ToLowerInvariant(), library.Split('/')[1].ToLowerInvariant());
}
