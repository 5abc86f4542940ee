using FlowKernel.Notebook;

namespace FlowKernel.DuckDb;

/// <summary>
/// Shares memory out to engines, each of which keeps its own limit for as long as it is open: a new one gets half of
/// what is left, so that all together never have more than there is.
/// </summary>
/// <param name="budget">What all may take, in bytes.</param>
internal sealed class EngineMemory(Func<long> budget)
{
    /// <summary>The smallest share, which is given even when nothing is left.</summary>
    public const long Least = 256L << 20;

    private readonly Lock _gate = new();
    private long _taken;

    /// <summary>That of this process.</summary>
    public static EngineMemory OfTheProcess { get; } = new(() => MachineMemory.ForEngines);

    /// <summary>A share in bytes, to be given back.</summary>
    public long Take()
    {
        lock (_gate)
        {
            var share = Math.Max(Least, (budget() - _taken) / 2);
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
