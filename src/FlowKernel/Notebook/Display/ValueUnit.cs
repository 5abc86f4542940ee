using FlowKernel.Results;

namespace FlowKernel.Notebook.Display;

/// <summary>What a column's values measure, as far as its type and name tell.</summary>
public enum ValueUnit
{
    /// <summary>Nothing in particular.</summary>
    None,

    /// <summary>A count of bytes.</summary>
    Bytes,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>An instant.</summary>
    Time,
}

/// <summary>Finds the unit of columns.</summary>
public static class ValueUnits
{
    /// <summary>
    /// The unit of a column: bytes for a number whose name says "bytes" (<c>TotalBytes</c>, <c>sum_BytesSrcToDest</c>),
    /// unless it counts by something else (<c>PacketsPerBytes</c>).
    /// </summary>
    public static ValueUnit Of(KqlColumn column) => column.Type switch
    {
        KqlType.DateTime => ValueUnit.Time,
        KqlType.TimeSpan => ValueUnit.Duration,
        _ when column.Type.IsNumeric() && NamesBytes(column.Name) => ValueUnit.Bytes,
        _ => ValueUnit.None,
    };

    private static bool NamesBytes(string name) =>
        name.Contains("bytes", StringComparison.OrdinalIgnoreCase)
        && !name.Contains("perbytes", StringComparison.OrdinalIgnoreCase);
}
