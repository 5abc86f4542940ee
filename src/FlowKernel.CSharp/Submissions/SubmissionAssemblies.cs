using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// Loads compiled cells, each of which finds those before it by name, and the files that cells refer to with <c>#r</c>.
/// Those that later cells may call stay for the process: the runtime compiles collectible code only once, either slow
/// to run or without all lines of its stack traces. Those that only give a value go with the last object of theirs.
/// </summary>
internal sealed class SubmissionAssemblies
{
    private readonly Context _context = new();

    /// <summary>Loads a compiled cell with its debug information.</summary>
    public Assembly Load(Stream assembly, Stream symbols) => _context.Add(assembly, symbols);

    /// <summary>Loads one that no later cell refers to; it goes when nothing of it is in use any more.</summary>
    public Assembly LoadPassing(Stream assembly, Stream symbols) =>
        new PassingContext(_context).LoadFromStream(assembly, symbols);

    /// <summary>Makes the assemblies in a file's folder loadable when a cell's code asks for them.</summary>
    public void Refer(string path) => _context.Refer(Path.GetDirectoryName(path)!);

    /// <summary>Makes a package's assemblies and native libraries loadable when code asks for them.</summary>
    public void Add(IEnumerable<string> assemblies, IEnumerable<string> nativeLibraries) =>
        _context.Add(assemblies, nativeLibraries);

    private sealed class PassingContext(Context cells) : AssemblyLoadContext("passing cell", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName name) => cells.LoadFromAssemblyName(name);

        protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) => cells.Native(unmanagedDllName);
    }

    private sealed class Context() : AssemblyLoadContext("cells")
    {
        private readonly PackageFiles _packages = new();

        private readonly ConcurrentDictionary<string, Assembly> _cells = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, bool> _folders = new(StringComparer.Ordinal);

        public void Add(IEnumerable<string> assemblies, IEnumerable<string> nativeLibraries) =>
            _packages.Add(assemblies, nativeLibraries);

        public Assembly Add(Stream assembly, Stream symbols)
        {
            var loaded = LoadFromStream(assembly, symbols);
            return _cells[loaded.GetName().Name!] = loaded;
        }

        public void Refer(string folder)
        {
            // What the host has loaded itself stays the same for cells, so this comes last.
            if (_folders.TryAdd(folder, true))
                Resolving += (_, name) => FromFolder(folder, name);
        }

        // Of an assembly that the kernel has too, a package's build is for cells alone, unless they must share it: then
        // the package does not bring it.
        protected override Assembly? Load(AssemblyName name) => _cells.GetValueOrDefault(name.Name!)
            ?? (_packages.Assembly(name.Name!) is { } path ? LoadFromAssemblyPath(path) : null);

        public IntPtr Native(string name) =>
            _packages.Native(name) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;

        protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) => Native(unmanagedDllName);

        private Assembly? FromFolder(string folder, AssemblyName name)
        {
            var path = Path.Combine(folder, name.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
