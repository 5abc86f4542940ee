namespace FlowKernel.Cli.Composition;

/// <summary>A clock that stands still, for data whose now is pinned.</summary>
internal sealed class PinnedClock(DateTime now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(DateTime.SpecifyKind(now, DateTimeKind.Utc));
}
