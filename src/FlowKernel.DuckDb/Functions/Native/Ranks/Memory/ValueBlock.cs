using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

/// <summary>
/// A block of memory from which pieces are cut one after the other; it goes with the last of them. It begins with this.
/// </summary>
internal unsafe struct ValueBlock
{
    /// <summary>The size of one that is filled with pieces, in memory: for 16 of the largest pieces.</summary>
    public const int Bytes = Overhead + (16 * ValueChunk.MostBytes);

    /// <summary>That of one in a file.</summary>
    public const int BytesInFile = Overhead + (1024 * ValueChunk.MostBytes);

    private const int Overhead = 64;

    private int _uses;
    private long _bytes;
    private byte* _next;
    private GCHandle _owner;
    private GCHandle _file;

    /// <summary>The bytes that <see cref="Data"/> leaves of a size.</summary>
    public static long With(long bytes) => Overhead + bytes;

    /// <summary>Makes one of fresh memory, with one use: that of who asked for it.</summary>
    public static ValueBlock* At(byte* start, long bytes, ValueMemory owner, SpillFile? file)
    {
        var block = (ValueBlock*)start;
        *block = new ValueBlock
        {
            _uses = 1,
            _bytes = bytes,
            _next = start + Overhead,
            _owner = GCHandle.Alloc(owner),
            _file = file is null ? default : GCHandle.Alloc(file),
        };
        return block;
    }

    /// <summary>What follows this.</summary>
    public static byte* Data(ValueBlock* block) => (byte*)block + Overhead;

    /// <summary>The next piece of it, with a use of its own; null when it has no room for that.</summary>
    public static byte* Cut(ValueBlock* block, int bytes)
    {
        var piece = block->_next;
        if (piece + bytes > (byte*)block + block->_bytes)
            return null;
        block->_next = piece + bytes;
        Interlocked.Increment(ref block->_uses);
        return piece;
    }

    /// <summary>Ends a use; the last one gives the memory back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Release(ValueBlock* block)
    {
        if (Interlocked.Decrement(ref block->_uses) == 0)
            GiveBack(block);
    }

    private static void GiveBack(ValueBlock* block)
    {
        var (owner, file, bytes) = ((ValueMemory)block->_owner.Target!, block->_file, block->_bytes);
        block->_owner.Free();
        if (!file.IsAllocated)
        {
            owner.ReturnMemory((byte*)block, bytes);
            return;
        }

        var spilled = (SpillFile)file.Target!;
        file.Free();
        owner.ReturnFile(spilled, bytes);
    }
}
