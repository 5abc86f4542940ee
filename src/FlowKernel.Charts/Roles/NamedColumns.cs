using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Charts.Roles;

/// <summary>The columns that render's properties name; null where they say nothing.</summary>
internal sealed class NamedColumns
{
    private readonly KqlTable _table;

    public NamedColumns(KqlTable table, RenderProperties render)
    {
        _table = table;
        X = render.XColumn is { } x ? Find("xcolumn", x) : null;
        Series = FindAll("series", render.Series);
        Y = FindAll("ycolumns", render.YColumns);
        foreach (var c in Y ?? [])
        {
            if (!table.Columns[c].IsMeasure())
                Mistake ??= ChartMistakes.NotANumber("ycolumns", table.Columns[c]);
        }
    }

    public int? X { get; }

    public IReadOnlyList<int>? Y { get; }

    public IReadOnlyList<int>? Series { get; }

    /// <summary>The first thing that is wrong, or null.</summary>
    public Diagnostic? Mistake { get; private set; }

    private int[]? FindAll(string property, IReadOnlyList<string>? names) =>
        names is not { Count: > 0 } ? null : [.. names.Select(name => Find(property, name) ?? 0)];

    private int? Find(string property, string name)
    {
        var index = _table.IndexOf(name);
        if (index >= 0)
            return index;
        Mistake ??= ChartMistakes.NoSuchColumn(property, name, _table);
        return null;
    }
}
