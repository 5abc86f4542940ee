namespace FlowKernel.DuckDb.Store;

/// <summary>
/// What a store holds at one moment, as <c>manifest.json</c> says it. A reader reads the manifest once and sees one
/// whole state; a writer replaces it in one step, when the files that it names are all there.
/// </summary>
public sealed record StoreManifest
{
    /// <summary>The layout that this version writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The layout's version.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The data's own "now" in UTC, or null when it is the clock's.</summary>
    public DateTime? Now { get; init; }

    /// <summary>How its rows are made.</summary>
    public StoreSettings Settings { get; init; } = new();

    /// <summary>The number of the next part.</summary>
    public long NextPart { get; init; } = 1;

    /// <summary>
    /// The file that lists the imported sources, below the store's folder; empty before the first import.
    /// </summary>
    public string Sources { get; init; } = "";

    /// <summary>The Parquet files, by table, day and number.</summary>
    public IReadOnlyList<StorePart> Parts { get; init; } = [];

    /// <summary>The copy of the parts that queries read faster; null where there is none.</summary>
    public NativeTables? Native { get; init; }
}
