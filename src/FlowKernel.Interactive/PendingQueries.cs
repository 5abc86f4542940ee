using System.Runtime.CompilerServices;

namespace FlowKernel.Interactive;

/// <summary>
/// Lines such as <c>#!flowlogs --last 7d</c> whose KQL comes as a command of its own, from the same cell.
/// </summary>
public sealed class PendingQueries
{
    private readonly ConditionalWeakTable<object, List<string>> _lines = [];

    /// <summary>Remembers a line of a cell.</summary>
    /// <param name="cell">Whatever the host knows the cell by.</param>
    /// <param name="line">The line.</param>
    public void Add(object cell, string line)
    {
        var lines = _lines.GetOrCreateValue(cell);
        lock (lines)
            lines.Add(line);
    }

    /// <summary>The lines of a cell, once: null when there are none left.</summary>
    public string? Take(object? cell)
    {
        if (cell is null || !_lines.TryGetValue(cell, out var lines))
            return null;
        _lines.Remove(cell);
        lock (lines)
            return string.Join('\n', lines);
    }
}
