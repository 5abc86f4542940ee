using System.Globalization;
using FlowKernel.Charts.Roles;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Charts.Kinds;

/// <summary>
/// Circles at longitudes and latitudes: a third column of numbers gives their size, texts their colour. Pies where a
/// piechart has several texts at one place.
/// </summary>
internal sealed class MapPlaces(ChartRequest request)
{
    private const int Most = 2000;
    private const double LargestRadius = 18;
    private const double SmallestRadius = 3;

    /// <summary>The map, or why the columns do not give places.</summary>
    public Outcome<ChartSpec> Build()
    {
        var table = request.Table;
        int[] numbers = [.. Enumerable.Range(0, table.Columns.Count).Where(c => table.Columns[c].IsMeasure())];
        if (numbers.Length < 2)
        {
            return ChartMistakes.WrongShape(
                "map", "a column of countries and one of numbers, or columns of longitudes and latitudes", table);
        }

        var (east, north) = Coordinates(numbers);
        int[] names = [.. Enumerable.Range(0, table.Columns.Count).Where(c => table.Columns[c].IsName())];
        int? size = numbers.Where(c => c != east && c != north).Cast<int?>().FirstOrDefault();
        return Draw(east, north, names, size);
    }

    /// <summary>Longitude comes first, as in KQL's geo functions, unless the names say otherwise.</summary>
    private (int East, int North) Coordinates(int[] numbers)
    {
        var latitude = numbers.Where(c => Says(c, "lat")).Cast<int?>().FirstOrDefault();
        var longitude = numbers.Where(c => Says(c, "lon")).Cast<int?>().FirstOrDefault();
        return latitude is { } north && longitude is { } east ? (east, north) : (numbers[0], numbers[1]);
    }

    private bool Says(int column, string word) =>
        request.Table.Columns[column].Name.Contains(word, StringComparison.OrdinalIgnoreCase);

    private Outcome<ChartSpec> Draw(int east, int north, int[] names, int? size)
    {
        var notes = new List<string>();
        if (request.Kind == ChartKind.Pie && size is { } value && Slices(east, north, names) is { Length: > 0 } slices)
            return Pies(east, north, names, slices, value);
        var found = Read(east, north, names, size, notes);
        if (found.Count > Most)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Only the {Most} largest of {found.Count:N0} places are shown."));
        var shown = found.OrderByDescending(p => p.Value).Take(Most).ToList();
        var series = shown.GroupBy(p => p.Name, StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(p => p.Value)).Select(g => g.Key).ToList();
        if (series.Count > ChartLimits.Series)
            notes.Add($"Names beyond the {ChartLimits.Series} largest share the last colour.");
        var greatest = shown.Count == 0 ? 1 : shown.Max(p => p.Value);
        return new MapChart(request.Kind, size is { } c ? ColumnReading.UnitOf(request.Table.Columns[c]) : AxisUnit.None)
        {
            Points = shown.ConvertAll(p => new MapPoint(
                p.Name, p.East, p.North, p.Value, size is null ? 5 : Radius(p.Value / greatest),
                Math.Min(series.IndexOf(p.Name), ChartLimits.Series - 1))),
            Series = series.Take(ChartLimits.Series).ToList(),
            ShowLegend = request.WantsLegend && names.Length > 0 && series.Count > 1,
            Title = request.Title,
            Subject = $"places by {request.NameOf(east)} and {request.NameOf(north)}",
            Notes = notes,
        };
    }

    /// <summary>The texts that differ at one place; others name the place.</summary>
    private int[] Slices(int east, int north, int[] names)
    {
        var table = request.Table;
        return Array.FindAll(names, c => Enumerable.Range(0, table.RowCount)
            .GroupBy(row => (table[row, east], table[row, north]))
            .Any(g => g.Select(row => table[row, c]).Distinct().Skip(1).Any()));
    }

    private MapChart Pies(int east, int north, int[] names, int[] slices, int value)
    {
        var notes = new List<string>();
        var parts = Read(east, north, slices, value, notes);
        var places = Read(east, north, [.. names.Except(slices)], value, []);
        var chart = new MapChart(request.Kind, ColumnReading.UnitOf(request.Table.Columns[value]))
        {
            ShowLegend = request.WantsLegend,
            Title = request.Title,
            Subject = $"{request.NameOf(value)} at {request.NameOf(east)} and {request.NameOf(north)}",
        };
        return MapPies.With(
            chart,
            parts.Zip(places, (part, place) => new MapShare(place.Name, part.East, part.North, part.Name, part.Value)),
            notes);
    }

    private List<(string Name, double East, double North, double Value)> Read(
        int east, int north, int[] names, int? size, List<string> notes)
    {
        var table = request.Table;
        var (x, y) = (ColumnReading.Positions(table, east), ColumnReading.Positions(table, north));
        var values = size is { } column ? ColumnReading.Positions(table, column) : null;
        var texts = names.Select(c => ColumnReading.Names(table, c)).ToArray();
        var rows = Enumerable.Range(0, table.RowCount).ToList();
        var good = rows.Where(r => Math.Abs(x[r]) <= 180 && Math.Abs(y[r]) <= 90 && values?[r] is null or >= 0).ToList();
        if (good.Count < rows.Count)
            notes.Add($"{Counted.Of(rows.Count - good.Count, "row")} without a place on the map cannot be shown.");
        return good.ConvertAll(r => (
            texts.Length == 0 ? "places" : string.Join(", ", texts.Select(t => t[r])), x[r], y[r], values?[r] ?? 1));
    }

    /// <summary>The area of a circle stands for its value.</summary>
    private static double Radius(double share) => Math.Max(SmallestRadius, LargestRadius * Math.Sqrt(share));
}
