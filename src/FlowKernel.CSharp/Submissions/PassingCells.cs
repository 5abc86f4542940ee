using System.Reflection;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// Finds by name the cells that can be unloaded: as long as something of them is in use, and those that can be loaded again
/// as long as there is their image.
/// </summary>
internal sealed class PassingCells
{
    private const int FewestLookedThrough = 64;

    private readonly Dictionary<string, Cell> _cells = new(StringComparer.Ordinal);
    private int _lookThroughAt = FewestLookedThrough;

    /// <summary>Makes a cell found.</summary>
    public void Add(Assembly cell) => Add(cell.GetName().Name!, new Cell(new WeakReference<Assembly>(cell), null));

    /// <summary>Makes a cell found that can be loaded again.</summary>
    public void Add(string name, CellImage image) => Add(name, new Cell(null, new WeakReference<CellImage>(image)));

    /// <summary>The cell of a name, or null.</summary>
    public Assembly? Find(string name)
    {
        Cell cell;
        lock (_cells)
        {
            if (!_cells.TryGetValue(name, out cell))
                return null;
        }

        return cell.Find();
    }

    /// <summary>What to hold so that <see cref="Find"/> goes on finding a cell; null where there is none of the name.</summary>
    public object? Keeper(string name)
    {
        lock (_cells)
            return _cells.TryGetValue(name, out var cell) ? cell.Keeper : null;
    }

    /// <summary>True for the name of a cell that <see cref="Find"/> finds.</summary>
    public bool Contains(string name)
    {
        lock (_cells)
            return _cells.TryGetValue(name, out var cell) && cell.IsThere;
    }

    private void Add(string name, Cell cell)
    {
        lock (_cells)
        {
            if (_cells.Count >= _lookThroughAt)
                LookThrough();
            _cells[name] = cell;
        }
    }

    private void LookThrough()
    {
        foreach (var name in _cells.Where(c => !c.Value.IsThere).Select(c => c.Key).ToList())
            _cells.Remove(name);
        _lookThroughAt = Math.Max(FewestLookedThrough, _cells.Count * 2);
    }

    private readonly record struct Cell(WeakReference<Assembly>? Assembly, WeakReference<CellImage>? Image)
    {
        public bool IsThere => Assembly?.TryGetTarget(out _) == true || Image?.TryGetTarget(out _) == true;

        public object? Keeper => Image?.TryGetTarget(out var image) == true ? image
            : Assembly?.TryGetTarget(out var assembly) == true ? assembly : null;

        public Assembly? Find() => Image?.TryGetTarget(out var image) == true
            ? image.Assembly
            : Assembly?.TryGetTarget(out var assembly) == true ? assembly : null;
    }
}
