using System.Globalization;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;

namespace FlowKernel.Charts.Kinds;

/// <summary>
/// Bands between the names of neighbouring text columns, as wide as the numbers. A name is another node in each column,
/// so that traffic in both directions is no circle.
/// </summary>
internal sealed class SankeyKind : IChartKind
{
    private const int MostPerStage = 20;

    public Outcome<ChartSpec> Build(ChartRequest request)
    {
        var found = NamedValues.Find(request);
        if (!found.Succeeded)
            return new Outcome<ChartSpec>(found.Diagnostics);
        if (found.Value.By.Count < 2)
            return ChartMistakes.WrongShape("sankey", "two columns of names and one of numbers", request.Table);
        var notes = new List<string>();
        var rows = found.Value.Rows(notes);
        for (var stage = 0; stage < found.Value.By.Count; stage++)
            KeepLargest(rows, stage, request.NameOf(found.Value.By[stage]), notes);
        var (nodes, links) = Connect(rows);
        return new SankeyChart(request.Kind, found.Value.Unit, nodes, links)
        {
            Title = request.Title,
            Subject = found.Value.Subject,
            Notes = notes,
        };
    }

    private static void KeepLargest(
        List<(string[] Names, double Value)> rows, int stage, string column, List<string> notes)
    {
        var totals = rows.GroupBy(r => r.Names[stage], StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(r => r.Value)).Select(group => group.Key).ToArray();
        if (totals.Length <= MostPerStage + 1)
            return;
        var kept = totals.Take(MostPerStage).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => !kept.Contains(row.Names[stage])))
            row.Names[stage] = "other";
        var rest = totals.Length - MostPerStage;
        notes.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"The {rest:N0} smallest of {totals.Length:N0} {column} are together as \"other\"."));
    }

    private static (List<SankeyNode> Nodes, List<SankeyLink> Links) Connect(
        List<(string[] Names, double Value)> rows)
    {
        var nodes = new List<SankeyNode>();
        var places = new Dictionary<SankeyNode, int>();
        var links = new Dictionary<(int From, int To), double>();
        foreach (var (names, value) in rows.Where(r => r.Value > 0))
        {
            for (var stage = 0; stage + 1 < names.Length; stage++)
            {
                var link = (Place(stage, names[stage]), Place(stage + 1, names[stage + 1]));
                links[link] = links.GetValueOrDefault(link) + value;
            }
        }

        return (nodes, [.. links.Select(l => new SankeyLink(l.Key.From, l.Key.To, l.Value))]);

        int Place(int stage, string name)
        {
            var node = new SankeyNode(stage, name);
            if (!places.TryGetValue(node, out var place))
            {
                places[node] = place = nodes.Count;
                nodes.Add(node);
            }

            return place;
        }
    }
}
