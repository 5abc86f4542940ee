using FlowKernel.Notebook;

namespace FlowKernel.DuckDb;

/// <summary>
/// Shares memory out to engines, each of which keeps its own limit for as long as it is open: a new one gets half of
/// what is left, so that all together never have more than there is, and no more than <see cref="Most"/>.
/// </summary>
/// <param name="budget">What all may take, in bytes.</param>
internal sealed class EngineMemory(Func<long> budget)
{
    /// <summary>The smallest share, which is given even when nothing is left.</summary>
    public const long Least = 256L << 20;

    /// <summary>
    /// The largest share: what a query needs beyond it goes to the disk. A store's file is kept in memory by the system
    /// as well, so that more of it here would hardly be faster.
    /// </summary>
    public const long Most = 4L << 30;

    private readonly Lock _gate = new();
    private long _taken;

    /// <summary>That of this process.</summary>
    public static EngineMemory OfTheProcess { get; } = new(() => MachineMemory.ForEngines);

    /// <summary>A share in bytes, to be given back.</summary>
    public long Take()
    {
        lock (_gate)
        {
            var share = Math.Clamp((budget() - _taken) / 2, Least, Most);
            _taken += share;
            return share;
        }
    }

    /// <summary>Gives a share back.</summary>
    public void Return(long share)
    {
        lock (_gate)
            _taken -= share;
    }
}
