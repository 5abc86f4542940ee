using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// Loads compiled cells, each of which finds those before it by name, and the files that cells refer to with <c>#r</c>.
/// They stay for the process: the runtime does not compile collectible code in tiers, which makes a cell start slower
/// and lose lines of its stack traces, while a trivial cell costs some 30 KB.
/// </summary>
internal sealed class SubmissionAssemblies
{
    private readonly Context _context = new();

    /// <summary>Loads a compiled cell with its debug information.</summary>
    public Assembly Load(Stream assembly, Stream symbols) => _context.Add(assembly, symbols);

    /// <summary>Makes the assemblies in a file's folder loadable when a cell's code asks for them.</summary>
    public void Refer(string path) => _context.Refer(Path.GetDirectoryName(path)!);

    /// <summary>Makes a package's assemblies and native libraries loadable when code asks for them.</summary>
    public void Add(IEnumerable<string> assemblies, IEnumerable<string> nativeLibraries) =>
        _context.Add(assemblies, nativeLibraries);

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

        protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
            _packages.Native(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;

        private Assembly? FromFolder(string folder, AssemblyName name)
        {
            var path = Path.Combine(folder, name.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
