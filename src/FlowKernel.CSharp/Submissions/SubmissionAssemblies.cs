using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// Loads compiled cells, each of which finds those before it by name, and the files that cells refer to with <c>#r</c>.
/// A cell goes from memory with the last object of its types, so that neither cells that only give a value nor those
/// that are run again and again add up. .NET takes twice as much memory for one that can go: those that are
/// likely to be kept for good are loaded to stay.
/// </summary>
internal sealed class SubmissionAssemblies
{
    private readonly PassingCells _passing = new();
    private readonly Context _context = new();

    /// <summary>
    /// Loads a compiled cell with its debug information, to stay if it can: .NET does not let it refer to one that may go.
    /// </summary>
    public Assembly Load(byte[] image, Stream? symbols) =>
        References(image).Any(_passing.Contains)
            ? LoadPassing(image, symbols)
            : _context.Add(new MemoryStream(image), symbols);

    /// <summary>Loads one that goes when nothing of it is in use any more.</summary>
    public Assembly LoadPassing(byte[] image, Stream? symbols)
    {
        var cell = NewPassing(image, symbols, Needed(image));
        _passing.Add(cell);
        return cell;
    }

    /// <summary>
    /// Loads one that goes when nothing of it is in use any more, and comes again when something asks for it as long as there
    /// is the image that this gives.
    /// </summary>
    public (Assembly Cell, CellImage Image) LoadReturning(string name, byte[] image, byte[] symbols)
    {
        var needed = Needed(image);
        var returning = new CellImage(() => NewPassing(image, new MemoryStream(symbols), needed));
        _passing.Add(name, returning);
        return (returning.Assembly, returning);
    }

    /// <summary>Makes the assemblies in a file's folder loadable when a cell's code asks for them.</summary>
    public void Refer(string path) => _context.Refer(Path.GetDirectoryName(path)!);

    /// <summary>Makes a package's assemblies and native libraries loadable when code asks for them.</summary>
    public void Add(IEnumerable<string> assemblies, IEnumerable<string> nativeLibraries) =>
        _context.Add(assemblies, nativeLibraries);

    private Assembly NewPassing(byte[] image, Stream? symbols, IReadOnlyList<object> needed) =>
        new PassingContext(_passing, _context, needed).LoadFromStream(new MemoryStream(image), symbols);

    private List<object> Needed(byte[] image) => [.. References(image).Select(_passing.Keeper).OfType<object>()];

    private static List<string> References(byte[] image)
    {
        using var file = new PEReader(new MemoryStream(image));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
    }

    // .NET asks for a cell that code refers to when that code first runs, which may be long after anything else has let go
    // of it.
    private sealed class PassingContext(PassingCells passing, Context cells, IReadOnlyList<object> needed)
        : AssemblyLoadContext("passing cell", isCollectible: true)
    {
        private readonly IReadOnlyList<object> _needed = needed;

        protected override Assembly? Load(AssemblyName name) =>
            passing.Find(name.Name!) ?? cells.LoadFromAssemblyName(name);

        protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) => cells.Native(unmanagedDllName);
    }

    private sealed class Context : AssemblyLoadContext
    {
        private readonly PackageFiles _packages = new();

        private readonly ConcurrentDictionary<string, Assembly> _cells = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, bool> _folders = new(StringComparer.Ordinal);

        // In attributes the compiler writes types of cells that are modules of one assembly to it without saying which one.
        static Context() => AppDomain.CurrentDomain.TypeResolve += (_, type) =>
            CellClass.Is(type.Name) && type.RequestingAssembly is { } cell && SubmissionCompiler.IsCell(cell.GetName())
                ? GetLoadContext(cell)?.LoadFromAssemblyName(new AssemblyName(CellClass.CellOf(type.Name)))
                : null;

        public Context()
            : base("cells")
        {
        }

        public void Add(IEnumerable<string> assemblies, IEnumerable<string> nativeLibraries) =>
            _packages.Add(assemblies, nativeLibraries);

        public Assembly Add(Stream assembly, Stream? symbols)
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
