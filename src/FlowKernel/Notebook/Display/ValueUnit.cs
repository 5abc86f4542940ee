using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FlowKernel.Results;

namespace FlowKernel.Notebook.Display;

/// <summary>What a column's values measure, as far as its type and name tell.</summary>
public enum ValueUnit
{
    /// <summary>Nothing in particular.</summary>
    None,

    /// <summary>A count of bytes.</summary>
    Bytes,

    /// <summary>A count of anything else: flows, packets, rows.</summary>
    Count,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>An instant.</summary>
    Time,
}

/// <summary>Finds the unit of columns.</summary>
public static partial class ValueUnits
{
    private static readonly FrozenSet<string> CountWords = new[]
    {
        "count", "counts", "countif", "dcount", "dcountif", "flows", "packets", "rows", "records", "events",
        "connections", "sessions", "hits", "requests", "tuples",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] OtherUnits = ["perbytes", "kilobytes", "megabytes", "gigabytes", "terabytes"];

    /// <summary>
    /// The unit of a column: bytes for a number whose name says "bytes" (<c>TotalBytes</c>, <c>sum_BytesSrcToDest</c>),
    /// unless it counts by something else (<c>PacketsPerBytes</c>, <c>Gigabytes</c>); a count for one whose name says so in a word of its
    /// own (<c>count_</c>, <c>FlowCount</c>, <c>sum_PacketsSrcToDest</c>).
    /// </summary>
    public static ValueUnit Of(KqlColumn column) => column.Type switch
    {
        KqlType.DateTime => ValueUnit.Time,
        KqlType.TimeSpan => ValueUnit.Duration,
        _ when column.Type.IsNumeric() && NamesBytes(column.Name) => ValueUnit.Bytes,
        _ when column.Type.IsNumeric() && NamesCount(column.Name) => ValueUnit.Count,
        _ => ValueUnit.None,
    };

    private static bool NamesBytes(string name) =>
        name.Contains("bytes", StringComparison.OrdinalIgnoreCase)
        && !OtherUnits.Any(other => name.Contains(other, StringComparison.OrdinalIgnoreCase));

    private static bool NamesCount(string name) => Word().Matches(name).Any(word => CountWords.Contains(word.Value));

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex Word();
}
