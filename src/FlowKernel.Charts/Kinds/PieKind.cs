using System.Globalization;
using FlowKernel.Charts.Roles;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;

namespace FlowKernel.Charts.Kinds;

/// <summary>Shares of a whole: names from the text columns, sizes from the first column of numbers.</summary>
internal sealed class PieKind : IChartKind
{
    public Outcome<ChartSpec> Build(ChartRequest request)
    {
        var assigned = new RoleAssignment(request.Table, request.Render).Assign(XWish.First);
        if (!assigned.Succeeded)
            return new Outcome<ChartSpec>(assigned.Diagnostics);
        var roles = assigned.Value;
        var notes = new List<string>();
        var value = roles.Y[0];
        var unit = ColumnReading.UnitOf(request.Table.Columns[value]);
        var by = roles.X < 0 ? [] : roles.Series.Prepend(roles.X).ToArray();
        return new PieChart(request.Kind, unit, Limited(Slices(request, by, value, notes), notes))
        {
            Title = request.Title,
            Subject = by.Length == 0
                ? request.NameOf(value)
                : $"{request.NameOf(value)} by {string.Join(", ", by.Select(request.NameOf))}",
            ShowLegend = request.WantsLegend,
            Notes = notes,
        };
    }

    private static List<Slice> Slices(ChartRequest request, int[] by, int value, List<string> notes)
    {
        var names = by.Select(c => ColumnReading.Names(request.Table, c)).ToArray();
        var values = ColumnReading.Positions(request.Table, value);
        var negative = values.Count(v => v < 0);
        if (negative > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{negative:N0} negative values have no slice."));
        return [.. Enumerable.Range(0, values.Length)
            .Where(row => values[row] >= 0)
            .GroupBy(row => by.Length == 0 ? request.NameOf(value) : string.Join(", ", names.Select(n => n[row])))
            .Select(group => new Slice(group.Key, group.Sum(row => values[row])))
            .OrderByDescending(slice => slice.Value).ThenBy(slice => slice.Name, StringComparer.Ordinal)];
    }

    private static List<Slice> Limited(List<Slice> slices, List<string> notes)
    {
        if (slices.Count <= ChartLimits.Series + 1)
            return slices;
        var rest = slices.Skip(ChartLimits.Series).ToList();
        notes.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"The {rest.Count:N0} smallest of {slices.Count:N0} slices are together as \"other\"."));
        return [.. slices.Take(ChartLimits.Series), new Slice("other", rest.Sum(s => s.Value), IsOther: true)];
    }
}
