namespace FlowKernel.Plan;

/// <summary>How records stand in a file (https://learn.microsoft.com/kusto/ingestion-supported-formats).</summary>
public enum ExternalFormat
{
    /// <summary>Values parted by commas.</summary>
    Csv,

    /// <summary>Values parted by tabs.</summary>
    Tsv,

    /// <summary>Values parted by tabs; a backslash escapes.</summary>
    Tsve,

    /// <summary>Values parted by bars.</summary>
    Psv,

    /// <summary>Values parted by semicolons.</summary>
    Scsv,

    /// <summary>Values parted by the character 1.</summary>
    Sohsv,

    /// <summary>Lines, each one a value; empty ones do not count.</summary>
    Txt,

    /// <summary>The whole file is one value.</summary>
    Raw,

    /// <summary>A property bag on each line.</summary>
    Json,

    /// <summary>Property bags one after the other, or an array of them.</summary>
    MultiJson,

    /// <summary>Apache Parquet.</summary>
    Parquet,
}

/// <summary>How a file is packed.</summary>
public enum ExternalCompression
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>gzip.</summary>
    Gzip,

    /// <summary>A zip archive, all files of which are read.</summary>
    Zip,
}

/// <summary>
/// What a mapping makes of a record (https://learn.microsoft.com/kusto/management/mappings#mapping-transformations).
/// </summary>
public enum ExternalTransform
{
    /// <summary>The field as it is.</summary>
    None,

    /// <summary>The file's address, without secrets.</summary>
    SourceLocation,

    /// <summary>The record's number in its file, from 1.</summary>
    SourceLineNumber,

    /// <summary>A time from seconds since 1970.</summary>
    DateTimeFromUnixSeconds,

    /// <summary>A time from milliseconds since 1970.</summary>
    DateTimeFromUnixMilliseconds,

    /// <summary>A time from microseconds since 1970.</summary>
    DateTimeFromUnixMicroseconds,

    /// <summary>A time from nanoseconds since 1970.</summary>
    DateTimeFromUnixNanoseconds,
}

/// <summary>Facts of the formats.</summary>
public static class ExternalFormats
{
    /// <summary>True where a record's fields have an order and no names.</summary>
    public static bool HasOrdinals(this ExternalFormat format) => format < ExternalFormat.Json;

    /// <summary>True where a record is a single text.</summary>
    public static bool IsSingle(this ExternalFormat format) => format is ExternalFormat.Txt or ExternalFormat.Raw;

    /// <summary>The formats' names, as queries write them.</summary>
    public static string Names { get; } =
        string.Join(", ", Enum.GetNames<ExternalFormat>().Select(n => n.ToLowerInvariant()));

    /// <summary>Finds a format by its name in any case; false when there is none.</summary>
    public static bool TryParse(string name, out ExternalFormat format) =>
        Enum.TryParse(name, ignoreCase: true, out format) && Enum.IsDefined(format) && !char.IsDigit(name[0]);
}
