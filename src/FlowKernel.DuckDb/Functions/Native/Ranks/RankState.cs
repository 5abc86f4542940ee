using System.Runtime.CompilerServices;

namespace FlowKernel.DuckDb.Functions.Native.Ranks;

/// <summary>
/// The values of a group. DuckDB keeps it among a group's keys, within its memory limit, and moves it as bytes. The first
/// values are in it: where there are many groups, most have few.
/// </summary>
internal unsafe struct RankState
{
    private const int MostInside = 3;
    private const int PercentagesBits = 20;
    private const long One = 1L << PercentagesBits;

    /// <summary>How many sets of percentages can be told apart.</summary>
    public const int MostPercentages = 1 << PercentagesBits;

    private long _countAndPercentages;

    // Values, or in the first place the newest piece of memory with them.
    private fixed long _inside[MostInside];

    /// <summary>How many values it has.</summary>
    public readonly long Count => _countAndPercentages >> PercentagesBits;

    /// <summary>The number of the percentages that are asked for.</summary>
    public readonly int Percentages => (int)(_countAndPercentages & (One - 1));

    private readonly bool IsInside => Count <= MostInside;

    private ValueChunk* Newest
    {
        readonly get => (ValueChunk*)_inside[0];
        set => _inside[0] = (long)value;
    }

    /// <summary>Adds a value to a group for which these percentages are asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long value, int percentages)
    {
        var count = Count;
        if (count < MostInside)
            _inside[count] = value;
        else
            Newest = ValueChunk.Add(count == MostInside ? Outside() : Newest, value);
        _countAndPercentages = ((count + 1) << PercentagesBits) | (long)percentages;
    }

    /// <summary>Takes all values of another group, which is then empty.</summary>
    public void Take(ref RankState other)
    {
        if (IsInside && !other.IsInside)
            (this, other) = (other, this);
        if (other.IsInside)
        {
            for (var i = 0; i < other.Count; i++)
                Add(other._inside[i], other.Percentages);
        }
        else
        {
            ValueChunk.Append(Newest, other.Newest);
            _countAndPercentages += other.Count << PercentagesBits;
        }

        other = default;
    }

    /// <summary>Copies up to three values; or gives the newest piece of memory with more of them.</summary>
    public readonly ValueChunk* Values(Span<long> few)
    {
        if (!IsInside)
            return Newest;
        for (var i = 0; i < Count; i++)
            few[i] = _inside[i];
        return null;
    }

    /// <summary>Gives back its memory.</summary>
    public void Free()
    {
        if (!IsInside)
            ValueChunk.Free(Newest);
        this = default;
    }

    private readonly ValueChunk* Outside()
    {
        ValueChunk* chunk = null;
        for (var i = 0; i < MostInside; i++)
            chunk = ValueChunk.Add(chunk, _inside[i]);
        return chunk;
    }
}
