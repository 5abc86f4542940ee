using System.Globalization;
using FlowKernel.Charts.Roles;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Charts.Kinds;

/// <summary>
/// Nodes and connections: the first two columns of names are source and target, the first column of numbers, if any,
/// weighs the connection; the same pair is added up.
/// </summary>
internal sealed class GraphKind : IChartKind
{
    private const int MostEdges = 150;

    public Outcome<ChartSpec> Build(ChartRequest request)
    {
        var table = request.Table;
        int[] columns = [.. Enumerable.Range(0, table.Columns.Count)];
        int[] names = [.. columns.Where(c => table.Columns[c].IsName()).Take(2)];
        if (names.Length < 2)
            return ChartMistakes.WrongShape("graph", "two columns of names, source and target", table);
        var weight = Array.FindIndex(columns, c => table.Columns[c].IsMeasure());
        var notes = new List<string>();
        var links = Largest(Links(table, names, weight), notes);
        var circles = links.Count(l => l.From == l.To);
        if (circles > 0)
            notes.Add($"Not drawn: {Counted.Of(circles, "connection")} from a name to itself.");
        var (nodes, edges) = Connect(links);
        return new GraphChart(request.Kind, weight < 0 ? AxisUnit.None : ColumnReading.UnitOf(table.Columns[weight]),
            GraphLayout.Place(nodes, edges), edges)
        {
            Title = request.Title,
            IsWeighted = weight >= 0,
            Subject = $"{(weight < 0 ? "" : request.NameOf(weight) + " from ")}{request.NameOf(names[0])} to "
                + request.NameOf(names[1]),
            Notes = notes,
        };
    }

    private static List<(string From, string To, double Value)> Links(KqlTable table, int[] names, int weight)
    {
        var (from, to) = (ColumnReading.Names(table, names[0]), ColumnReading.Names(table, names[1]));
        var values = weight < 0 ? null : ColumnReading.Positions(table, weight);
        return [.. Enumerable.Range(0, table.RowCount)
            .GroupBy(row => (from[row], to[row]))
            .Select(g => (g.Key.Item1, g.Key.Item2, g.Sum(row => Weight(values, row))))
            .OrderByDescending(l => l.Item3).ThenBy(l => l.Item1, StringComparer.Ordinal)
            .ThenBy(l => l.Item2, StringComparer.Ordinal)];
    }

    private static double Weight(double[]? values, int row) =>
        values is null ? 1 : double.IsFinite(values[row]) ? Math.Max(0, values[row]) : 0;

    private static List<(string From, string To, double Value)> Largest(
        List<(string From, string To, double Value)> links, List<string> notes)
    {
        if (links.Count <= MostEdges)
            return links;
        notes.Add(string.Create(
            CultureInfo.InvariantCulture, $"Only the {MostEdges} largest of {links.Count:N0} connections are shown."));
        return links[..MostEdges];
    }

    private static (List<(string Name, double Weight)> Nodes, List<GraphEdge> Edges) Connect(
        List<(string From, string To, double Value)> links)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var weights = new List<double>();
        var edges = links.ConvertAll(l => new GraphEdge(Place(l.From, l.Value), Place(l.To, l.Value), l.Value));
        return ([.. places.Keys.Zip(weights)], edges);

        int Place(string name, double value)
        {
            if (!places.TryGetValue(name, out var place))
            {
                places[name] = place = weights.Count;
                weights.Add(0);
            }

            weights[place] += value;
            return place;
        }
    }
}
