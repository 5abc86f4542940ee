using System.Text;
using System.Text.Json;
using FlowKernel.Results;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>What <c>render</c> asks for, as the JSON text that stands among the properties of a result.</summary>
internal static class Visualization
{
    /// <summary>The text; every property is there, null where the query says nothing of it.</summary>
    public static string Of(RenderProperties? render)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            WriteKind(json, render);
            WriteAxes(json, render);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteKind(Utf8JsonWriter json, RenderProperties? render)
    {
        json.WriteString("Visualization", render?.Visualization);
        json.WriteString("Title", render?.Title);
        json.WriteString("XColumn", render?.XColumn);
        WriteList(json, "Series", render?.Series);
        WriteList(json, "YColumns", render?.YColumns);
        WriteList(json, "AnomalyColumns", render?.AnomalyColumns);
    }

    private static void WriteAxes(Utf8JsonWriter json, RenderProperties? render)
    {
        json.WriteString("XTitle", render?.XTitle);
        json.WriteString("YTitle", render?.YTitle);
        json.WriteString("XAxis", render?.XAxis);
        json.WriteString("YAxis", render?.YAxis);
        json.WriteString("Legend", render?.Legend);
        json.WriteString("YSplit", render?.YSplit);
        json.WriteBoolean("Accumulate", render?.Accumulate ?? false);
        json.WriteBoolean("IsQuerySorted", false);
        json.WriteString("Kind", render?.Kind);
        WriteEnd(json, "Ymin", render?.YMin ?? double.NaN);
        WriteEnd(json, "Ymax", render?.YMax ?? double.NaN);
        WriteEnd(json, "Xmin", render?.XMin);
        WriteEnd(json, "Xmax", render?.XMax);
    }

    private static void WriteEnd(Utf8JsonWriter json, string name, double? end)
    {
        json.WritePropertyName(name);
        ResultJson.WriteValue(json, end);
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string>? values)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, values);
    }
}
