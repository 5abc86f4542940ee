using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlowKernel.Results;

namespace FlowKernel.Specs.Running;

/// <summary>Results as the cells of a spec's table, so that a difference reads well.</summary>
/// <remarks>
/// A null is <c>null</c>, an empty text an empty cell; a text in double quotes is a JSON string, for blanks at its
/// ends, line breaks and bars. Reals have up to 12 digits. Other values are written as in result JSON.
/// </remarks>
internal static partial class SpecTable
{
    /// <summary>The rows of a result, cells joined by bars.</summary>
    public static List<string> Lines(KqlTable table) =>
        [.. Enumerable.Range(0, table.RowCount).Select(row => Join(table.Vectors.Select(v => Cell(v[row]))))];

    /// <summary>The rows that a spec expects, in the same form.</summary>
    public static List<string> Lines(ExpectedTable spec) =>
        [.. spec.Rows.Select(row => Join(row.Zip(spec.Header, (cell, head) => Normal(cell, TypeOf(head)))))];

    /// <summary>A result's header.</summary>
    public static string Header(KqlTable table) => Join(table.Columns.Select(c => $"{c.Name}:{c.Type.Name()}"));

    /// <summary>A spec's header.</summary>
    public static string Header(ExpectedTable spec) => Join(spec.Header);

    /// <summary>True when the query's last operators fix the order of its rows.</summary>
    public static bool IsOrdered(SpecCase spec) => Sorts().IsMatch(spec.Kql);

    private static string Join(IEnumerable<string> cells) => string.Join(" | ", cells);

    private static KqlType TypeOf(string head) =>
        KqlTypes.TryParse(head[(head.LastIndexOf(':') + 1)..], out var type)
            ? type
            : throw new InvalidDataException($"The header '{head}' names no KQL type.");

    private static string Normal(string cell, KqlType type) => type switch
    {
        KqlType.String when cell.StartsWith('"') => JsonSerializer.Deserialize<string>(cell)!,
        KqlType.Real when double.TryParse(cell, CultureInfo.InvariantCulture, out var number) => Cell(number),
        KqlType.Dynamic when cell != "null" => JsonSerializer.Serialize(JsonDocument.Parse(cell).RootElement),
        KqlType.DateTime when cell != "null" => Cell(DateTime.Parse(
            cell, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)),
        KqlType.TimeSpan when cell != "null" => Cell(TimeSpan.Parse(cell, CultureInfo.InvariantCulture)),
        _ => cell,
    };

    private static string Cell(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number => number.ToString("G12", CultureInfo.InvariantCulture),
        DateTime time => ResultJson.Text(time),
        TimeSpan span => ResultJson.Text(span),
        DynamicValue dynamic => JsonSerializer.Serialize(dynamic.Element),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    [GeneratedRegex(@"\|\s*(sort|order|top)\b")]
    private static partial Regex Sorts();
}
