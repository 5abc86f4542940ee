using System.Runtime.InteropServices;

namespace FlowKernel.DuckDb.Functions.Native.Ranks;

/// <summary>
/// A piece of memory with some values of a group, and the piece that was filled before it. A group that grows gets another
/// piece: what it has is never copied, as it would be in a list.
/// </summary>
internal unsafe struct ValueChunk
{
    private const int Smallest = 8;

    // 64 KiB with what malloc adds: larger pieces would come from the system each time, page by page.
    private const int Largest = 8184;

    private int _capacity;

    /// <summary>The piece before it, or null.</summary>
    public ValueChunk* Earlier;

    /// <summary>How many values it has, once it is closed.</summary>
    public int Length;

    /// <summary>Its values, which follow it.</summary>
    public static long* Values(ValueChunk* chunk) => (long*)(chunk + 1);

    /// <summary>Behind its last place.</summary>
    public static long* End(ValueChunk* chunk) => Values(chunk) + chunk->_capacity;

    /// <summary>An empty piece after another, or the first.</summary>
    public static ValueChunk* New(ValueChunk* earlier)
    {
        var capacity = earlier is null ? Smallest : Math.Min(2 * earlier->_capacity, Largest);
        var chunk = (ValueChunk*)NativeMemory.Alloc((nuint)(sizeof(ValueChunk) + (capacity * sizeof(long))));
        if (capacity == Largest)
            HeldMemory.Add(Largest * sizeof(long));
        *chunk = new ValueChunk { Earlier = earlier, _capacity = capacity };
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
            var (earlier, capacity) = ((nint)chunk->Earlier, chunk->_capacity);
            NativeMemory.Free(chunk);
            if (capacity == Largest)
                HeldMemory.Remove(Largest * sizeof(long));
            chunk = (ValueChunk*)earlier;
        }
    }
}
