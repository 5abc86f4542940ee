using FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

namespace FlowKernel.DuckDb.Functions.Native.Ranks;

/// <summary>
/// A piece of memory with some values of a group, and the piece that was filled before it. A group that grows gets another
/// piece: what it has is never copied, as it would be in a list.
/// </summary>
internal unsafe struct ValueChunk
{
    /// <summary>The size of the largest.</summary>
    public const int MostBytes = 64 << 10;

    private const int Smallest = 8;

    private int _capacity;

    /// <summary>How many values it has, once it is closed.</summary>
    public int Length;

    /// <summary>The piece before it, or null.</summary>
    public ValueChunk* Earlier;

    private ValueBlock* _block;

    private static int Largest => (MostBytes - sizeof(ValueChunk)) / sizeof(long);

    /// <summary>Its values, which follow it.</summary>
    public static long* Values(ValueChunk* chunk) => (long*)(chunk + 1);

    /// <summary>Behind its last place.</summary>
    public static long* End(ValueChunk* chunk) => Values(chunk) + chunk->_capacity;

    /// <summary>An empty piece after another, or the first.</summary>
    public static ValueChunk* New(ValueChunk* earlier, ref ValueArena arena)
    {
        var capacity = earlier is null ? Smallest : Math.Min(2 * earlier->_capacity, Largest);
        var chunk = (ValueChunk*)arena.Cut(sizeof(ValueChunk) + (capacity * sizeof(long)), out var block);
        *chunk = new ValueChunk { Earlier = earlier, _capacity = capacity, _block = block };
        return chunk;
    }

    /// <summary>Notes how far a piece is filled.</summary>
    public static void Close(ValueChunk* chunk, long* next) => chunk->Length = (int)(next - Values(chunk));

    /// <summary>Puts all pieces of another chain behind a piece.</summary>
    public static void Append(ValueChunk* chunk, ValueChunk* other)
    {
        var last = other;
        while (last->Earlier is not null)
            last = last->Earlier;
        last->Earlier = chunk->Earlier;
        chunk->Earlier = other;
    }

    /// <summary>Gives back a piece and all before it.</summary>
    public static void Free(ValueChunk* chunk)
    {
        while (chunk is not null)
        {
            var earlier = chunk->Earlier;
            ValueBlock.Release(chunk->_block);
            chunk = earlier;
        }
    }
}
