namespace FlowKernel.DuckDb.Store;

/// <summary>A clock that stands still, for data with a "now" of its own.</summary>
/// <param name="now">The instant, in UTC.</param>
public sealed class PinnedClock(DateTime now) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(DateTime.SpecifyKind(now, DateTimeKind.Utc));
}
