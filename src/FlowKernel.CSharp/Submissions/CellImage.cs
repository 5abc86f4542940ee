using System.Reflection;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// A compiled cell that declares nothing but types: .NET has it loaded only as long as there is an object of them or
/// code that was compiled against them. Nobody can tell one that was loaded again from one that never went.
/// </summary>
/// <param name="load">Loads it.</param>
internal sealed class CellImage(Func<Assembly> load)
{
    private readonly Lock _gate = new();
    private readonly WeakReference<Assembly?> _loaded = new(null);

    private Assembly? _kept;

    /// <summary>Keeps it loaded from now on.</summary>
    public void Keep() => _kept ??= Assembly;

    /// <summary>True while anything of it is in use.</summary>
    public bool IsLoaded => _loaded.TryGetTarget(out _);

    /// <summary>The assembly that is in use, or one that is loaded now.</summary>
    public Assembly Assembly
    {
        get
        {
            lock (_gate)
            {
                if (_loaded.TryGetTarget(out var loaded))
                    return loaded!;
                var again = load();
                _loaded.SetTarget(again);
                return again;
            }
        }
    }
}
