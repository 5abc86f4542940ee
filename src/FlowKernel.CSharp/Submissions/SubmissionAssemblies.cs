using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// Loads compiled cells, each of which finds those before it by name. They stay for the process: the runtime does not
/// compile collectible code in tiers, which makes a cell start slower and lose lines of its stack traces, while a
/// trivial cell costs some 30 KB.
/// </summary>
internal sealed class SubmissionAssemblies
{
    private readonly Context _context = new();

    /// <summary>Loads a compiled cell with its debug information.</summary>
    public Assembly Load(Stream assembly, Stream symbols) => _context.Add(assembly, symbols);

    private sealed class Context() : AssemblyLoadContext("cells")
    {
        private readonly ConcurrentDictionary<string, Assembly> _cells = new(StringComparer.Ordinal);

        public Assembly Add(Stream assembly, Stream symbols)
        {
            var loaded = LoadFromStream(assembly, symbols);
            return _cells[loaded.GetName().Name!] = loaded;
        }

        protected override Assembly? Load(AssemblyName name) => _cells.GetValueOrDefault(name.Name!);
    }
}
