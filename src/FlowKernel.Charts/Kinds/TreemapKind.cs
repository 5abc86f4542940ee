using System.Globalization;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;

namespace FlowKernel.Charts.Kinds;

/// <summary>Nested rectangles: one level per text column, as large as the numbers.</summary>
internal sealed class TreemapKind : IChartKind
{
    private const int Most = 300;

    public Outcome<ChartSpec> Build(ChartRequest request)
    {
        var found = NamedValues.Find(request);
        if (!found.Succeeded)
            return new Outcome<ChartSpec>(found.Diagnostics);
        var notes = new List<string>();
        var rows = found.Value.Rows(notes);
        if (rows.Count > Most)
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture, $"Only the {Most} largest of {rows.Count:N0} rectangles are shown."));
        }

        return new TreemapChart(request.Kind, found.Value.Unit, Nest(rows.Take(Most), 0))
        {
            Title = request.Title,
            Subject = found.Value.Subject,
            Notes = notes,
        };
    }

    private static List<TreeNode> Children(IEnumerable<(string[] Names, double Value)> rows, int level) =>
        level < rows.First().Names.Length ? Nest(rows, level) : [];

    private static List<TreeNode> Nest(IEnumerable<(string[] Names, double Value)> rows, int level) =>
    [
        .. rows.GroupBy(r => r.Names[level], StringComparer.Ordinal)
            .Select(group => new TreeNode(group.Key, group.Sum(r => r.Value), Children(group, level + 1)))
            .OrderByDescending(node => node.Value),
    ];
}
