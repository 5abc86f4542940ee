using FlowKernel.Charts.Maps;
using FlowKernel.Charts.Roles;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Charts.Kinds;

/// <summary>
/// A map of the world: where a column names countries, these are coloured by the first column of numbers; otherwise the
/// first two columns of numbers are longitude and latitude, as render's <c>kind=map</c> has them
/// (https://learn.microsoft.com/kusto/query/visualization-scatterchart).
/// </summary>
internal sealed class MapKind : IChartKind
{
    public Outcome<ChartSpec> Build(ChartRequest request) =>
        !HasCoordinates(request.Table) && CountryColumn(request.Table) is { } country
            ? Areas(request, country)
            : new MapPlaces(request).Build();

    /// <summary>Where places are given, a column of countries or regions only names them.</summary>
    private static bool HasCoordinates(KqlTable table)
    {
        string[] numbers = [.. table.Columns.Where((_, c) => table.Columns[c].IsMeasure()).Select(c => c.Name)];
        return IsNamed(numbers, "lat", "latitude") && IsNamed(numbers, "lon", "longitude");
    }

    private static bool IsNamed(string[] names, string brief, string whole) => names.Any(n =>
        n.Equals(brief, StringComparison.OrdinalIgnoreCase) || n.Contains(whole, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first column most of whose texts are countries.</summary>
    private static int? CountryColumn(KqlTable table)
    {
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (table.Columns[column].Type != KqlType.String)
                continue;
            var texts = ColumnReading.Names(table, column).Where(n => n != Labels.Empty).Distinct().ToList();
            if (texts.Count > 0 && texts.Count(t => Countries.Find(t) is not null) * 2 > texts.Count)
                return column;
        }

        return null;
    }

    private static Outcome<ChartSpec> Areas(ChartRequest request, int country)
    {
        var value = Enumerable.Range(0, request.Table.Columns.Count)
            .Where(c => request.Table.Columns[c].IsMeasure()).Cast<int?>().FirstOrDefault();
        if (value is not { } column)
            return ChartMistakes.NoNumber(request.Render, request.Table);
        var unit = ColumnReading.UnitOf(request.Table.Columns[column]);
        var (notes, sums) = (new List<string>(), Sums(request.Table, country, column));
        TellRegions(request.Table, country, notes);
        var found = sums.Where(s => s.Country is not null && WorldOutlines.Find(s.Country.Code) is not null).ToList();
        Tell(sums.Where(s => s.Country is null || WorldOutlines.Find(s.Country.Code) is null).ToList(), unit, notes);
        if (found.Count == 0)
            return ChartMistakes.WrongShape("map", "a column of countries that have a place on the map", request.Table);
        var classes = ValueClasses.Of(found.ConvertAll(s => s.Value), unit);
        if (request.Kind == ChartKind.Pie && SliceColumn(request.Table, country) is { } slice)
            return Pies(request, country, column, slice, notes);
        return new MapChart(request.Kind, unit)
        {
            Areas = found.ConvertAll(s => new MapArea(s.Country!.Code, s.Country.Name, s.Value, classes.IndexOf(s.Value))),
            Classes = classes,
            Title = request.Title,
            Subject = $"{request.NameOf(column)} by {request.NameOf(country)}",
            ShowLegend = request.WantsLegend,
            Notes = notes,
        };
    }

    /// <summary>The text column that parts each country's pie; without one a country is coloured as a whole.</summary>
    private static int? SliceColumn(KqlTable table, int country) => Enumerable.Range(0, table.Columns.Count)
        .Where(c => c != country && table.Columns[c].IsName()).Cast<int?>().FirstOrDefault();

    private static MapChart Pies(ChartRequest request, int country, int value, int slice, List<string> notes)
    {
        var (places, slices) = (ColumnReading.Names(request.Table, country), ColumnReading.Names(request.Table, slice));
        var values = ColumnReading.Positions(request.Table, value);
        var shares = Enumerable.Range(0, places.Length).Where(row => double.IsFinite(values[row]))
            .Select(row => (Row: row, Country: Countries.Find(places[row])))
            .Where(r => r.Country is not null && WorldOutlines.Find(r.Country.Code) is not null)
            .Select(r => (r.Row, r.Country!.Name, WorldOutlines.Find(r.Country.Code)!.Middle))
            .Select(r => new MapShare(r.Name, r.Middle.Longitude, r.Middle.Latitude, slices[r.Row], values[r.Row]));
        var chart = new MapChart(request.Kind, ColumnReading.UnitOf(request.Table.Columns[value]))
        {
            Title = request.Title,
            Subject = $"{request.NameOf(value)} of {request.NameOf(slice)} by {request.NameOf(country)}",
            ShowLegend = request.WantsLegend,
        };
        return MapPies.With(chart, shares, notes);
    }

    private static List<(Country? Country, string Text, double Value)> Sums(KqlTable table, int country, int value)
    {
        var (names, values) = (ColumnReading.Names(table, country), ColumnReading.Positions(table, value));
        return [.. Enumerable.Range(0, names.Length).Where(row => double.IsFinite(values[row]))
            .GroupBy(row => Countries.Find(names[row])?.Code ?? names[row], StringComparer.Ordinal)
            .Select(g => (Countries.Find(names[g.First()]), names[g.First()], g.Sum(row => values[row])))
            .OrderByDescending(s => s.Item3)];
    }

    private static void TellRegions(KqlTable table, int country, List<string> notes)
    {
        string[] regions = [.. ColumnReading.Names(table, country).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(n => AzureRegions.CountryOf(n) is not null).Order(StringComparer.OrdinalIgnoreCase)];
        if (regions.Length == 0)
            return;
        var more = regions.Length > 3 ? $" and {Counted.Of(regions.Length - 3, "more")}" : "";
        notes.Add($"Azure regions count for the country that they are in: {string.Join(", ", regions.Take(3))}{more}.");
    }

    private static void Tell(
        List<(Country? Country, string Text, double Value)> missing, AxisUnit unit, List<string> notes)
    {
        if (missing.Count == 0)
            return;
        var shown = missing.Take(3).Select(m => $"{m.Text} ({AxisText.Of(m.Value, unit)})");
        var more = missing.Count > 3 ? $" and {Counted.Of(missing.Count - 3, "more name")}" : "";
        notes.Add($"Not on the map: {string.Join(", ", shown)}{more}.");
    }
}
