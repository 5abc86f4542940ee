using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Charts.Roles;

/// <summary>
/// Gives columns their roles as Kusto's clients do (https://learn.microsoft.com/kusto/query/render-operator): what
/// <c>render</c> names is taken; otherwise times go on the x axis, texts name series, numbers are values.
/// </summary>
internal sealed class RoleAssignment(KqlTable table, RenderProperties render)
{
    private IReadOnlyList<KqlColumn> Columns => table.Columns;

    /// <summary>The roles, or what is wrong with the properties or the columns.</summary>
    public Outcome<ColumnRoles> Assign(XWish wish)
    {
        var named = new NamedColumns(table, render);
        if (named.Mistake is { } mistake)
            return mistake;
        var x = named.X ?? ChooseX(wish, named);
        if (x is null)
            return ChartMistakes.NoTime(render, table);
        var y = named.Y ?? AllMeasures(x.Value, named.Series ?? []);
        if (y.Count == 0)
            return ChartMistakes.NoNumber(render, table);
        return new ColumnRoles(x.Value, y, named.Series ?? AllNames(x.Value, y));
    }

    private int? ChooseX(XWish wish, NamedColumns named)
    {
        var free = Enumerable.Range(0, Columns.Count)
            .Where(c => named.Y?.Contains(c) != true && named.Series?.Contains(c) != true)
            .ToArray();
        var time = Array.FindIndex(free, c => Columns[c].Type == KqlType.DateTime);
        return wish switch
        {
            XWish.TimeOnly => time < 0 ? null : free[time],
            XWish.TimeFirst when time >= 0 => free[time],
            _ => FirstThatLeavesAMeasure(free, named),
        };
    }

    /// <summary>The first column, unless it is the only number: then the first other, or no column at all.</summary>
    private int FirstThatLeavesAMeasure(int[] free, NamedColumns named)
    {
        var measures = free.Count(c => Columns[c].IsMeasure());
        var onlyNumber = named.Y is null && measures == 1;
        foreach (var c in free)
        {
            if (!onlyNumber || !Columns[c].IsMeasure())
                return c;
        }

        return -1;
    }

    private int[] AllMeasures(int x, IReadOnlyList<int> series) =>
        [.. Indices().Where(c => c != x && Columns[c].IsMeasure() && !series.Contains(c))];

    private int[] AllNames(int x, IReadOnlyList<int> y) =>
        [.. Indices().Where(c => c != x && Columns[c].IsName() && !y.Contains(c))];

    private IEnumerable<int> Indices() => Enumerable.Range(0, Columns.Count);
}
