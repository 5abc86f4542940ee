using System.Globalization;
using FlowKernel.Charts.Spec;
using Plotly.NET;

namespace FlowKernel.Charts.Plotly;

/// <summary>Nested rectangles as a trace; ids are paths of indices, since names repeat.</summary>
internal static class TreemapTrace
{
    // A longer text would be drawn too small to read.
    private const int NameLimit = 40;

    public static Trace Of(TreemapChart chart)
    {
        var nodes = chart.Roots.Index().SelectMany(r => Flatten(r.Item, "", r.Index, Palette.At(r.Index))).ToList();
        return new Trace("treemap")
            .With("ids", nodes.ConvertAll(n => n.Id))
            .With("parents", nodes.ConvertAll(n => n.Parent))
            .With("labels", nodes.ConvertAll(n => PlotlyObject.Text(Labels.Shorten(n.Node.Name, NameLimit))))
            .With("hovertext", nodes.ConvertAll(n => PlotlyObject.Text(n.Node.Name)))
            .With("values", nodes.ConvertAll(n => n.Node.Value))
            .With("customdata", nodes.ConvertAll(n => AxisText.Of(n.Node.Value, chart.Unit)))
            .With("texttemplate", "%{label}<br>%{customdata}")
            .With("hovertemplate", "%{hovertext}<br>%{customdata}<extra></extra>")
            .With("branchvalues", "total")
            .With("marker", PlotlyObject.Of(("colors", nodes.ConvertAll(n => n.Colour))));
    }

    private static IEnumerable<(string Id, string Parent, TreeNode Node, string Colour)> Flatten(
        TreeNode node, string parent, int index, string colour)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{parent}/{index}");
        return node.Children.Index().SelectMany(c => Flatten(c.Item, id, c.Index, colour))
            .Prepend((id, parent, node, colour));
    }
}
