using System.Reflection;
using FlowKernel.Notebook;
using FlowKernel.Results;

namespace FlowKernel.Charts;

/// <summary>
/// Charts that cells make with Plotly.NET, of whichever version they brought: its types are known by name, since the
/// cells' version need not be the one that FlowKernel draws with.
/// </summary>
public static class PlotlyNetChart
{
    private const string Owner = "Plotly.NET.GenericChart";

    /// <summary>The forms of such a chart, as <c>render plotly</c> gives them; null for any other value.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">It would fetch a map or a picture from a server.</exception>
    public static MimeBundle? Show(object? value, IChartRenderer charts)
    {
        if (value is null || WriterOf(value.GetType()) is not { } toJson)
            return null;
        var figure = (string?)toJson.Invoke(null, [value]);
        var table = KqlTable.FromRows([new KqlColumn("Figure", KqlType.String)], [[figure]]);
        return charts.Render(table, new RenderProperties(ChartKind.Plotly.Name())).OrThrow();
    }

    private static MethodInfo? WriterOf(Type type)
    {
        // A chart's own type is nested in the type that all charts share.
        for (var outer = type; outer is not null; outer = outer.DeclaringType)
        {
            if (outer.FullName == Owner)
                return outer.GetMethod("toJson", BindingFlags.Public | BindingFlags.Static);
        }

        return null;
    }
}
