using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.External;

/// <summary>The values that have been read, with the limits of one query.</summary>
internal sealed class TextColumns(int columns)
{
    /// <summary>
    /// How many bytes one query reads at most, unpacked: Log Analytics names 100 MB
    /// (https://learn.microsoft.com/kusto/query/externaldata-operator).
    /// </summary>
    public const long MostBytes = 100L << 20;

    /// <summary>The same for people.</summary>
    public const string BytesText = "100 MiB";

    /// <summary>How many values one query reads at most.</summary>
    public const int MostValues = 20_000_000;

    private static readonly string[] Short = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    private readonly List<string>[] _texts = [.. Enumerable.Range(0, columns).Select(_ => new List<string>())];
    private long _bytes;

    /// <summary>Counts bytes; false when they are too many.</summary>
    public bool Count(int bytes) => (_bytes += bytes) <= MostBytes;

    /// <summary>Counts a record; false when its values are too many.</summary>
    public bool CountRecord() => columns == 0 || _texts[0].Count < MostValues / columns;

    /// <summary>Adds a value to a column; null is the empty text, which the conversions read as null.</summary>
    public void Add(int column, string? text) => _texts[column].Add(text switch
    {
        null => "",
        [< (char)128 and var c] => Short[c],
        _ => text,
    });

    /// <summary>The table of all values.</summary>
    public KqlTable ToTable(IReadOnlyList<PlanColumn> names) => new(
        [.. names.Select(c => new KqlColumn(c.Name, KqlType.String))],
        [.. _texts.Select(t => new ColumnVector<string>([.. t]))]);
}
