using System.Globalization;
using System.Text.Json.Nodes;
using FlowKernel.Charts.Kinds;
using FlowKernel.Charts.Spec;
using FlowKernel.Results;

namespace FlowKernel.Charts;

/// <summary>
/// A still chart of a given plotly figure, for viewers that run no scripts: of lines, points, bars and pies, which most
/// figures are. The figure's numbers are drawn as <c>render</c> would; its own style is not copied, and the picture says so.
/// </summary>
internal static class GivenPicture
{
    private const string Note = "A still picture of the figure's values; its own style shows where scripts run.";

    /// <summary>The chart, or null where the figure has other traces.</summary>
    public static ChartSpec? Of(JsonArray traces, JsonObject layout)
    {
        var all = traces.OfType<JsonObject>().ToList();
        var kind = all.Count == traces.Count ? KindOf(all, layout) : null;
        if (kind is null || Rows(all, kind) is not { Count: > 0 } rows)
            return null;
        var (names, values) = kind == "piechart" ? ("labels", "values") : ("x", "y");
        var several = kind != "piechart" && all.Count > 1;
        List<KqlColumn> columns = [new("trace", KqlType.String), new(names, TypeOf(rows)), new(values, KqlType.Real)];
        var skip = several ? 0 : 1;
        var table = KqlTable.FromRows(
            [.. columns.Skip(skip)], [.. rows.Select(r => new[] { r.Trace, r.X, r.Y }.Skip(skip).ToArray())]);
        var render = Properties(kind, layout, several);
        if (!ChartKinds.TryParse(kind, out var chart) || KindTable.Find(chart, render) is not { } builder)
            return null;
        var spec = builder.Build(new ChartRequest(chart, table, render));
        return spec.Succeeded ? spec.Value with { Notes = [Note, .. spec.Value.Notes] } : null;
    }

    private static string? KindOf(List<JsonObject> traces, JsonObject layout)
    {
        var types = traces.Select(t => Text(t["type"]) ?? "scatter").Distinct().ToList();
        if (traces.Any(t => t["xaxis"] is not null || t["yaxis"] is not null || t["base"] is not null))
            return null;
        return types switch
        {
            ["pie"] when traces.Count == 1 => "piechart",
            ["bar"] when traces.TrueForAll(t => Text(t["orientation"]) is null or "v") => "columnchart",
            _ when types.TrueForAll(t => t is "scatter" or "scattergl") && !traces.Exists(IsStacked) =>
                traces.TrueForAll(t => Text(t["mode"]) == "markers") ? "scatterchart" : "linechart",
            _ => null,
        };
    }

    private static bool IsStacked(JsonObject trace) => trace["stackgroup"] is not null || Text(trace["fill"]) is "toself" or "tonext";

    private static RenderProperties Properties(string kind, JsonObject layout, bool several) => new(kind)
    {
        Title = Title(layout["title"]),
        XTitle = Title((layout["xaxis"] as JsonObject)?["title"]),
        YTitle = Title((layout["yaxis"] as JsonObject)?["title"]),
        XAxis = IsLog(layout["xaxis"]), YAxis = IsLog(layout["yaxis"]),
        XColumn = kind == "piechart" ? null : "x",
        YColumns = kind == "piechart" ? null : ["y"],
        Series = several ? ["trace"] : null,
        Kind = kind != "columnchart" ? null : Text(layout["barmode"]) is "stack" or "relative" ? "stacked" : "unstacked",
    };

    private static List<(object? Trace, object? X, object? Y)> Rows(List<JsonObject> traces, string kind)
    {
        var rows = new List<(object?, object?, object?)>();
        foreach (var (index, trace) in traces.Index())
        {
            var name = Text(trace["name"]) ?? string.Create(CultureInfo.InvariantCulture, $"trace {index}");
            var values = trace[kind == "piechart" ? "values" : "y"] as JsonArray ?? [];
            var places = trace[kind == "piechart" ? "labels" : "x"] as JsonArray;
            for (var i = 0; i < Math.Min(values.Count, places?.Count ?? values.Count); i++)
                rows.Add((name, places is null ? (double)i : Scalar(places[i]), Scalar(values[i]) as double?));
        }

        return Uniform(rows);
    }

    /// <summary>One type for the whole x axis: numbers, dates, else texts.</summary>
    private static List<(object? Trace, object? X, object? Y)> Uniform(List<(object? Trace, object? X, object? Y)> rows)
    {
        if (rows.TrueForAll(r => r.X is double))
            return rows;
        var times = rows.ConvertAll(r => r.X is string text ? Time(text) : null);
        return times.TrueForAll(t => t is not null)
            ? [.. rows.Select((r, i) => (r.Trace, (object?)times[i], r.Y))]
            : rows.ConvertAll(r => (r.Trace, (object?)Convert.ToString(r.X, CultureInfo.InvariantCulture), r.Y));
    }

    private static KqlType TypeOf(List<(object? Trace, object? X, object? Y)> rows) => rows[0].X switch
    {
        double => KqlType.Real,
        DateTime => KqlType.DateTime,
        _ => KqlType.String,
    };

    private static DateTime? Time(string text) => text.Length >= 8 && char.IsAsciiDigit(text[0]) && text.Contains('-', StringComparison.Ordinal)
        && DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)
        ? time
        : null;

    private static object? Scalar(JsonNode? node) => node is not JsonValue value ? null
        : value.TryGetValue(out double number) ? number
        : value.TryGetValue(out string? text) ? text
        : null;

    private static string? Title(JsonNode? title) => Text(title) ?? Text((title as JsonObject)?["text"]);

    private static string? IsLog(JsonNode? axis) => Text((axis as JsonObject)?["type"]) == "log" ? "log" : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
