using System.Globalization;

namespace FlowKernel.CSharp.Weaving;

/// <summary>
/// Where checks were put into lines, so that a column of the woven text leads back to the user's. Written as text it
/// travels in the name of the cell's file, from the compiler into stack traces.
/// </summary>
internal sealed class WovenColumns
{
    private readonly List<Change> _changes = [];

    /// <summary>Notes a change, in the order of the text.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">Its column in the user's text, from 1.</param>
    /// <param name="added">How many characters were put there.</param>
    /// <param name="replaced">How many of the user's they replaced.</param>
    public void Add(int line, int column, int added, int replaced) =>
        _changes.Add(new Change(line, column, added, replaced));

    /// <summary>The user's column of a column in the woven text; what was put in leads to what comes after it.</summary>
    public int Original(int line, int woven)
    {
        var shift = 0;
        foreach (var change in _changes.Where(c => c.Line == line))
        {
            var start = change.Column + shift;
            if (woven < start)
                break;
            if (woven < start + change.Added)
                return change.Column + change.Replaced;
            shift += change.Added - change.Replaced;
        }

        return woven - shift;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static WovenColumns Parse(string text)
    {
        var columns = new WovenColumns();
        foreach (var change in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var n = Array.ConvertAll(change.Split(','), part => int.Parse(part, CultureInfo.InvariantCulture));
            columns.Add(n[0], n[1], n[2], n[3]);
        }

        return columns;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(';', _changes.Select(c =>
        string.Create(CultureInfo.InvariantCulture, $"{c.Line},{c.Column},{c.Added},{c.Replaced}")));

    private readonly record struct Change(int Line, int Column, int Added, int Replaced);
}
