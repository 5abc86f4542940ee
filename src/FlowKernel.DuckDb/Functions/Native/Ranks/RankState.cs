using System.Runtime.CompilerServices;
using FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

namespace FlowKernel.DuckDb.Functions.Native.Ranks;

/// <summary>
/// The values of a group. DuckDB keeps it among a group's keys, within its memory limit, and moves it as bytes. The first
/// values are in it: where there are many groups, most have few.
/// </summary>
internal unsafe struct RankState
{
    /// <summary>How many values have their place in it.</summary>
    public const int MostInside = 3;

    /// <summary>How many sets of percentages can be told apart.</summary>
    public const int MostPercentages = 1 << PercentagesBits;

    private const int PercentagesBits = 20;

    private long _countAndPercentages;

    // Values; or the newest piece of memory with them, where in it the next one goes, and where it ends: to add a value to
    // one of many groups then reads nothing that lies elsewhere.
    private fixed long _inside[MostInside];

    /// <summary>How many values it has.</summary>
    public readonly long Count => _countAndPercentages >> PercentagesBits;

    /// <summary>The number of the percentages that are asked for.</summary>
    public readonly int Percentages => (int)(_countAndPercentages & (MostPercentages - 1));

    private readonly bool IsInside => Count <= MostInside;

    private readonly ValueChunk* Newest => (ValueChunk*)_inside[0];

    private readonly long* Next => (long*)_inside[1];

    private readonly long* End => (long*)_inside[2];

    /// <summary>Adds a value to a group for which these percentages are asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long value, int percentages, ref ValueArena arena)
    {
        var count = Count;
        if (count < MostInside)
        {
            _inside[count] = value;
        }
        else
        {
            if (count == MostInside || Next == End)
                Grow(count, ref arena);
            *Next = value;
            _inside[1] = (long)(Next + 1);
        }

        _countAndPercentages = ((count + 1) << PercentagesBits) | (long)percentages;
    }

    /// <summary>Takes all values of another group, which is then empty.</summary>
    public void Take(ref RankState other, ref ValueArena arena)
    {
        if (IsInside && !other.IsInside)
            (this, other) = (other, this);
        if (other.IsInside)
        {
            for (var i = 0; i < other.Count; i++)
                Add(other._inside[i], other.Percentages, ref arena);
        }
        else
        {
            ValueChunk.Append(Newest, other.Values([]));
            _countAndPercentages += other.Count << PercentagesBits;
        }

        other = default;
    }

    /// <summary>Copies up to three values; or gives the newest piece of memory with more of them.</summary>
    public readonly ValueChunk* Values(Span<long> few)
    {
        if (!IsInside)
        {
            ValueChunk.Close(Newest, Next);
            return Newest;
        }

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

    private void Grow(long count, ref ValueArena arena)
    {
        if (count > MostInside)
            ValueChunk.Close(Newest, Next);
        var chunk = ValueChunk.New(count > MostInside ? Newest : null, ref arena);
        var next = ValueChunk.Values(chunk);
        if (count == MostInside)
        {
            for (var i = 0; i < MostInside; i++)
                *next++ = _inside[i];
        }

        (_inside[0], _inside[1], _inside[2]) = ((long)chunk, (long)next, (long)ValueChunk.End(chunk));
    }
}
