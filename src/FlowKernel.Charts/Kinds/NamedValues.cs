using FlowKernel.Charts.Roles;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;

namespace FlowKernel.Charts.Kinds;

/// <summary>A table seen as values with names: the columns that name, and the one column that counts.</summary>
/// <param name="Request">The wish.</param>
/// <param name="By">The columns whose values name a row, in order.</param>
/// <param name="Value">The column of numbers.</param>
internal sealed record NamedValues(ChartRequest Request, IReadOnlyList<int> By, int Value)
{
    /// <summary>What the values measure.</summary>
    public AxisUnit Unit => ColumnReading.UnitOf(Request.Table.Columns[Value]);

    /// <summary>The chart in a phrase.</summary>
    public string Subject => By.Count == 0
        ? Request.NameOf(Value)
        : $"{Request.NameOf(Value)} by {string.Join(", ", By.Select(Request.NameOf))}";

    /// <summary>Finds the columns as pies do: what names comes first, then what counts.</summary>
    public static Outcome<NamedValues> Find(ChartRequest request)
    {
        var roles = new RoleAssignment(request.Table, request.Render).Assign(XWish.First);
        if (!roles.Succeeded)
            return new Outcome<NamedValues>(roles.Diagnostics);
        var (x, y, series) = (roles.Value.X, roles.Value.Y, roles.Value.Series);
        return new NamedValues(request, x < 0 ? series : [x, .. series], y[0]);
    }

    /// <summary>
    /// The names and value of every row that has a positive value, values of equal names added up, greatest first; a
    /// note counts rows with negative values.
    /// </summary>
    public List<(string[] Names, double Value)> Rows(List<string> notes)
    {
        var columns = By.Select(c => ColumnReading.Names(Request.Table, c)).ToArray();
        var values = ColumnReading.Positions(Request.Table, Value);
        var negative = values.Count(v => v < 0);
        if (negative > 0)
            notes.Add($"{Counted.Of(negative, "negative value")} cannot be shown.");
        if (Unshown.NotFinite(Request.Table, [Value]) is { } note)
            notes.Add(note);
        return [.. Enumerable.Range(0, values.Length)
            .Where(row => values[row] >= 0)
            .Select(row => (Names: NamesOf(columns, row), row))
            .GroupBy(r => string.Join('\0', r.Names), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.First().Names, Value: group.Sum(r => values[r.row])))
            .OrderByDescending(r => r.Value)];
    }

    private string[] NamesOf(string[][] columns, int row) =>
        columns.Length == 0 ? [Request.NameOf(Value)] : Array.ConvertAll(columns, names => names[row]);
}
