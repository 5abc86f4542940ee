using FlowKernel.Diagnostics;

namespace FlowKernel.FlowLogs.Sample;

/// <summary>How much of the sample's traffic to make. Equal options give equal bytes, on every machine.</summary>
public sealed record SampleOptions
{
    private const int MostDays = 3660;

    /// <summary>How many days of traffic there are before <see cref="SampleClock.Now"/>; 45 begin in March.</summary>
    public int Days { get; init; } = 45;

    /// <summary>About how many connections there are; null for what the estate does of itself.</summary>
    public long? Flows { get; init; }

    /// <summary>What the chances are drawn from. The findings do not depend on it.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The first hour of traffic.</summary>
    public DateTime Start => End.AddDays(-Days);

    /// <summary>
    /// The end of the last hour of traffic: an hour before now, as Traffic Analytics brings an hour's rows when the
    /// next one is under way.
    /// </summary>
    public DateTime End { get; } = SampleClock.Now.AddHours(-1);

    /// <summary>These options, or FK0221 and FK0222 where the days or the flows are out of range.</summary>
    public Outcome<SampleOptions> Check()
    {
        List<Diagnostic> errors = [];
        if (Days is < 1 or > MostDays)
            errors.Add(new("FK0221", $"A sample of {Days} days cannot be made.", default, $"Ask for 1 to {MostDays}."));
        if (Flows is < 1)
            errors.Add(new("FK0222", $"A sample of {Flows} flows cannot be made.", default, "Ask for 1 or more."));
        return errors.Count == 0 ? this : new Outcome<SampleOptions>(errors);
    }
}
