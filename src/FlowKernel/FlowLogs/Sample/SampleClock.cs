namespace FlowKernel.FlowLogs.Sample;

/// <summary>The pinned clock of the sample: its data ends shortly before, so that <c>ago(60d)</c> finds it.</summary>
public sealed class SampleClock : TimeProvider
{
    private static readonly DateTimeOffset Pinned = new(2024, 4, 27, 12, 0, 0, TimeSpan.Zero);

    private SampleClock()
    {
    }

    /// <summary>A clock that stands still at <see cref="Now"/>.</summary>
    public static SampleClock Instance { get; } = new();

    /// <summary>The sample's now: 27 April 2024, 12:00 UTC, four days after the last big transfer.</summary>
    public static DateTime Now => Pinned.UtcDateTime;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Pinned;
}
