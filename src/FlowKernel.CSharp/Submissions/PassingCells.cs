using System.Reflection;

namespace FlowKernel.CSharp.Submissions;

/// <summary>Finds by name the cells that can be unloaded, as long as something of them is in use.</summary>
internal sealed class PassingCells
{
    private const int FewestLookedThrough = 64;

    private readonly Dictionary<string, WeakReference<Assembly>> _cells = new(StringComparer.Ordinal);
    private int _lookThroughAt = FewestLookedThrough;

    /// <summary>Makes a cell found.</summary>
    public void Add(Assembly cell)
    {
        lock (_cells)
        {
            if (_cells.Count >= _lookThroughAt)
                LookThrough();
            _cells[cell.GetName().Name!] = new WeakReference<Assembly>(cell);
        }
    }

    /// <summary>The cell of a name, or null.</summary>
    public Assembly? Find(string name)
    {
        lock (_cells)
            return _cells.TryGetValue(name, out var cell) && cell.TryGetTarget(out var assembly) ? assembly : null;
    }

    private void LookThrough()
    {
        foreach (var name in _cells.Where(c => !c.Value.TryGetTarget(out _)).Select(c => c.Key).ToList())
            _cells.Remove(name);
        _lookThroughAt = Math.Max(FewestLookedThrough, _cells.Count * 2);
    }
}
