namespace FlowKernel.Benchmarks.Engine;

/// <summary>What was measured of one case; times in milliseconds, sizes in bytes.</summary>
/// <param name="Name">The case.</param>
internal sealed record EngineFigures(string Name)
{
    /// <summary>From a text not seen before to the last row, each run.</summary>
    public List<double> Ours { get; } = [];

    /// <summary>Of that, check, lower and emit.</summary>
    public List<double> Compile { get; } = [];

    /// <summary>The same when the very text was checked before, as when a cell runs again.</summary>
    public List<double> Again { get; } = [];

    /// <summary>Of that, check, lower and emit.</summary>
    public List<double> CompileAgain { get; } = [];

    /// <summary>The time that all threads worked, each run of ours and of the two ways by hand.</summary>
    public List<double> OursWork { get; } = [];

    public List<double> ParquetWork { get; } = [];

    public List<double> TablesWork { get; } = [];

    /// <summary>From a cancel to the end, at several moments of a run; empty for short ones.</summary>
    public IReadOnlyList<double> Stops { get; set; } = [];

    /// <summary>The SQL over the same Parquet, each run; empty where there is no such SQL.</summary>
    public List<double> Parquet { get; } = [];

    /// <summary>The SQL over tables of DuckDB, each run.</summary>
    public List<double> Tables { get; } = [];

    /// <summary>The first run, with nothing of it in memory.</summary>
    public double First { get; set; }

    public long? BytesRead { get; set; }

    public long? PeakMemory { get; set; }

    public long Rows { get; set; }

    public bool TestsRanges { get; init; }

    /// <summary>True where both ways by hand gave the same rows as ours; null where there is no such SQL.</summary>
    public bool? Agrees { get; set; }

    public double? Faster => Parquet.Count == 0 ? null : Math.Min(Median(Parquet), Median(Tables));

    /// <summary>Our time by that of the faster way by hand; void where the results differ.</summary>
    public double? Ratio => Agrees == true ? Median(Ours) / Faster : null;

    /// <summary>The same of the work of all threads, which other programs on the machine disturb less.</summary>
    public double? WorkRatio => Agrees == true && ParquetWork.Count > 0
        ? Median(OursWork) / Math.Min(Median(ParquetWork), Median(TablesWork))
        : null;

    public static double Median(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1
            ? sorted[sorted.Count / 2]
            : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
