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

    // Each makes of bytes something else: a larger unit, a share, a place in an order.
    private static readonly FrozenSet<string> NotBytesWords = new[]
    {
        "k", "m", "g", "t", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "tib", "per", "pct", "percent", "percentage", "ratio",
        "share", "fraction", "rank", "log", "ln", "score", "zscore", "index", "entropy",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] OtherUnits = ["perbytes", "kilobytes", "megabytes", "gigabytes", "terabytes"];

    /// <summary>
    /// The unit of a column: bytes for a number whose name says "bytes" (<c>TotalBytes</c>, <c>sum_BytesSrcToDest</c>),
    /// unless another word says that it is something else (<c>Gigabytes</c>, <c>BytesInMB</c>, <c>BytesPct</c>,
    /// <c>dcount_BytesSrcToDest</c>); a count for one whose name says so in a word of its own (<c>count_</c>,
    /// <c>FlowCount</c>, <c>sum_PacketsSrcToDest</c>).
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
        && !OtherUnits.Any(other => name.Contains(other, StringComparison.OrdinalIgnoreCase))
        && !Words(name).Any(NotBytesWords.Contains) && !NamesCount(name);

    private static bool NamesCount(string name) => Words(name).Any(CountWords.Contains);

    private static IEnumerable<string> Words(string name) => Word().Matches(name).Select(word => word.Value);

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex Word();
}
