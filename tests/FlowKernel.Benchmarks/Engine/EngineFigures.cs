namespace FlowKernel.Benchmarks.Engine;

/// <summary>What was measured of one case; times in milliseconds, sizes in bytes.</summary>
/// <param name="Name">The case.</param>
internal sealed record EngineFigures(string Name)
{
    /// <summary>Ours of texts not seen before.</summary>
    public RunTimes Ours { get; } = new();

    /// <summary>Ours when the very text was checked before, as when a cell runs again.</summary>
    public RunTimes Known { get; } = new();

    /// <summary>The SQL over the same Parquet; empty where there is no such SQL.</summary>
    public RunTimes Parquet { get; } = new();

    /// <summary>The SQL over tables of DuckDB.</summary>
    public RunTimes Tables { get; } = new();

    /// <summary>From a cancel to the end, at several moments of a run; empty for short ones.</summary>
    public IReadOnlyList<double> Stops { get; set; } = [];

    /// <summary>The first run, with nothing of it in memory.</summary>
    public double First { get; set; }

    public long? BytesRead { get; set; }

    public long? PeakMemory { get; set; }

    public long Rows { get; set; }

    public bool TestsRanges { get; init; }

    /// <summary>True where both ways by hand gave the same rows as ours; null where there is no such SQL.</summary>
    public bool? Agrees { get; set; }

    /// <summary>Our SQL alone, run and read, of known texts and others: it is the same.</summary>
    public IReadOnlyCollection<double> Runs => [.. Ours.Run, .. Known.Run];

    /// <summary>The run of our SQL by the faster way by hand; this and the others void where the results differ.</summary>
    public double? RunRatio => Over(Median(Runs), t => t.Whole);

    /// <summary>All of ours, with compiling a text not seen before, by the faster way by hand.</summary>
    public double? Ratio => Over(Median(Ours.Whole), t => t.Whole);

    /// <summary>The same of a known text.</summary>
    public double? KnownRatio => Over(Median(Known.Whole), t => t.Whole);

    /// <summary>The same of the work of all threads, which other programs on the machine disturb less.</summary>
    public double? WorkRatio => Over(Median(Known.Work), t => t.Work);

    public static double Median(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1
            ? sorted[sorted.Count / 2]
            : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    private double? Over(double ours, Func<RunTimes, List<double>> times) => Agrees == true && Parquet.Whole.Count > 0
        ? ours / Math.Min(Median(times(Parquet)), Median(times(Tables)))
        : null;
}
