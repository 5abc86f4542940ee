using System.Reflection;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// A compiled cell that declares nothing but types: .NET has it loaded only as long as there is an object of them or
/// code that was compiled against them. Nobody can tell one that was loaded again from one that never went.
/// </summary>
/// <param name="load">Loads it.</param>
internal sealed class CellImage(Func<Assembly> load)
{
    private const int FewestTimes = 2;
    private const int MostTimes = 8;

    private readonly Lock _gate = new();
    private readonly WeakReference<Assembly?> _loaded = new(null);

    private Assembly? _kept;
    private int _timesInUse;
    private int _collections;

    /// <summary>Keeps it loaded from now on.</summary>
    public void Keep() => _kept ??= Assembly;

    /// <summary>
    /// Notes that it was found in use when it could have been done without. True once it seems to remain so: what nobody uses
    /// any more goes only when .NET has collected, which may take its time.
    /// </summary>
    public bool IsLongInUse()
    {
        if (_timesInUse++ == 0)
            _collections = GC.CollectionCount(GC.MaxGeneration);
        return _timesInUse > MostTimes || (_timesInUse > FewestTimes && GC.CollectionCount(GC.MaxGeneration) - _collections >= FewestTimes);
    }

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
