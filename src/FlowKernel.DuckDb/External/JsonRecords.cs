using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.External;

/// <summary>Reads property bags (https://learn.microsoft.com/kusto/ingestion-supported-formats).</summary>
internal static class JsonRecords
{
    private const string Multi = "Where a record takes several lines, or the file is one array, write format=\"multijson\".";

    /// <summary>A bag on each line; empty lines are none.</summary>
    public static IEnumerable<JsonElement> OfLines(ExternalFile file, TextReader text)
    {
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return Bag(file, line, number);
        }
    }

    /// <summary>Bags one after the other, or arrays of them.</summary>
    public static IReadOnlyList<JsonElement> OfText(ExternalFile file, TextReader text)
    {
        var bags = new List<JsonElement>();
        var reader = new Utf8JsonReader(
            Encoding.UTF8.GetBytes(text.ReadToEnd()), new JsonReaderOptions { AllowMultipleValues = true });
        try
        {
            while (reader.Read())
            {
                var value = JsonElement.ParseValue(ref reader);
                bags.AddRange(value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value]);
            }
        }
        catch (JsonException e)
        {
            throw Damaged(file, (e.LineNumber ?? 0) + 1, null);
        }

        return bags.TrueForAll(b => b.ValueKind == JsonValueKind.Object)
            ? bags
            : throw new DiagnosticException(ExternalDiagnostics.Damaged(file, "a record in it is no property bag."));
    }

    /// <summary>
    /// The text of what a path leads to: of a text its characters, for a dynamic column the JSON; null where there is
    /// nothing.
    /// </summary>
    public static string? Text(JsonElement record, IReadOnlyList<object> path, ExternalField field)
    {
        var value = record;
        foreach (var step in path)
        {
            if (Step(value, step) is not { } next)
                return null;
            value = next;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String when !field.IsDynamic => value.GetString(),
            _ => value.GetRawText(),
        };
    }

    private static JsonElement? Step(JsonElement value, object step) => step switch
    {
        string name when value.ValueKind == JsonValueKind.Object =>
            value.TryGetProperty(name, out var member) ? member : null,
        int index when value.ValueKind == JsonValueKind.Array =>
            index >= 0 && index < value.GetArrayLength() ? value[index] : null,
        _ => null,
    };

    private static JsonElement Bag(ExternalFile file, string line, int number)
    {
        try
        {
            var bag = JsonElement.Parse(line);
            return bag.ValueKind == JsonValueKind.Object ? bag : throw Damaged(file, number, Multi);
        }
        catch (JsonException)
        {
            throw Damaged(file, number, Multi);
        }
    }

    private static DiagnosticException Damaged(ExternalFile file, long line, string? hint) => new(
        ExternalDiagnostics.Damaged(
            file, string.Create(CultureInfo.InvariantCulture, $"line {line} is no property bag."), hint));
}
