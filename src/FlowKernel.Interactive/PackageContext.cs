using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Kernel;

namespace FlowKernel.Interactive;

/// <summary>
/// Loads what this package brings apart from the host: .NET Interactive has assemblies of the same names as ours in
/// older versions (System.CommandLine, FSharp.Core), and one context holds only one of them. The core is shared.
/// </summary>
internal sealed class PackageContext : AssemblyLoadContext
{
    private const string Entry = "FlowKernel.Hosting";
    private readonly string _folder;
    private readonly PackageFiles _files;

    private PackageContext(string package)
        : base("FlowKernel")
    {
        _folder = Path.Combine(package, "app", "net10.0");
        _files = PackageFiles.Read(
            Path.Combine(_folder, $"{Entry}.deps.json"),
            Path.GetFullPath(Path.Combine(package, "..", "..")),
            RuntimeInformation.RuntimeIdentifier);
    }

    /// <summary>The parts of a notebook, loaded from the folder that this package was restored to.</summary>
    public static (NotebookParts Parts, IAsyncDisposable Owner) Compose(ICSharpCells variables)
    {
        var library = Path.GetDirectoryName(typeof(PackageContext).Assembly.Location)!;
        var context = new PackageContext(Path.GetFullPath(Path.Combine(library, "..", "..")));
        var compose = context.LoadFromAssemblyName(new AssemblyName(Entry))
            .GetType($"{Entry}.GuestNotebook", throwOnError: true)!
            .GetMethod("Compose")!
            .CreateDelegate<Func<ICSharpCells, IReadOnlyList<string>, (NotebookParts, IAsyncDisposable)>>();
        return compose(variables, context._files.NativeFolders);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var core = typeof(NotebookParts).Assembly;
        if (assemblyName.Name == core.GetName().Name)
            return core;
        var own = Path.Combine(_folder, $"{assemblyName.Name}.dll");
        var path = File.Exists(own) ? own : _files.Assembly(assemblyName.Name!);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _files.Native(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
