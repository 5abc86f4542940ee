using System.Runtime.InteropServices;

namespace FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

/// <summary>
/// The memory of one database for the values of groups, which DuckDB's own limit does not count: what is over a limit is kept
/// in files.
/// </summary>
/// <param name="limit">The most bytes in memory.</param>
/// <param name="folder">Where the files are made.</param>
internal sealed unsafe class ValueMemory(long limit, string folder) : IDisposable
{
    private const long Much = 64L << 20;
    private const int PartToGiveBackAt = 8;
    private const double MostOfDisk = 0.9;

    private readonly Lock _gate = new();
    private readonly Stack<nint> _open = new();
    private bool _isClosed;
    private long _held;
    private long _mostHeld;
    private long _spilled;
    private long _mostSpilled = -1;

    /// <summary>The bytes in memory.</summary>
    public long Held => Interlocked.Read(ref _held);

    /// <summary>The bytes in files.</summary>
    public long Spilled => Interlocked.Read(ref _spilled);

    /// <summary>A block with room for so many bytes.</summary>
    /// <exception cref="OutOfMemoryException">Neither memory nor the disk has as much.</exception>
    public ValueBlock* Rent(long bytes)
    {
        if (!TakeMemory(bytes))
            return Spill(bytes);
        try
        {
            return ValueBlock.At((byte*)NativeMemory.Alloc((nuint)bytes), bytes, this, null);
        }
        catch (OutOfMemoryException)
        {
            Interlocked.Add(ref _held, -bytes);
            return Spill(bytes);
        }
    }

    /// <summary>A block that somebody before has not filled, or a new one.</summary>
    /// <exception cref="OutOfMemoryException">Neither memory nor the disk has as much.</exception>
    public ValueBlock* Open()
    {
        lock (_gate)
        {
            if (_open.TryPop(out var block))
                return (ValueBlock*)block;
        }

        return NewOpen();
    }

    /// <summary>A new block to be filled.</summary>
    /// <exception cref="OutOfMemoryException">Neither memory nor the disk has as much.</exception>
    public ValueBlock* NewOpen() => Rent(Held + ValueBlock.Bytes <= limit ? ValueBlock.Bytes : ValueBlock.BytesInFile);

    /// <summary>Leaves a block for somebody to go on with.</summary>
    public void Leave(ValueBlock* block)
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                _open.Push((nint)block);
                return;
            }
        }

        ValueBlock.Release(block);
    }

    /// <summary>Takes back what a block in memory had.</summary>
    public void ReturnMemory(byte* start, long bytes)
    {
        NativeMemory.Free(start);
        var held = Interlocked.Add(ref _held, -bytes);
        var most = Volatile.Read(ref _mostHeld);
        if (most >= Much && held < most / PartToGiveBackAt && Interlocked.CompareExchange(ref _mostHeld, 0, most) == most)
            NativeHeap.GiveBack();
    }

    /// <summary>Takes back what a block in a file had.</summary>
    public void ReturnFile(SpillFile file, long bytes)
    {
        file.Dispose();
        Interlocked.Add(ref _spilled, -bytes);
    }

    /// <summary>Gives back the blocks that nobody is filling; others go with their last values.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            while (_open.TryPop(out var block))
                ValueBlock.Release((ValueBlock*)block);
        }
    }

    private bool TakeMemory(long bytes)
    {
        var held = Interlocked.Add(ref _held, bytes);
        if (held > limit)
        {
            Interlocked.Add(ref _held, -bytes);
            return false;
        }

        if (held > Volatile.Read(ref _mostHeld))
            Volatile.Write(ref _mostHeld, held);
        return true;
    }

    private ValueBlock* Spill(long bytes)
    {
        try
        {
            if (Interlocked.Add(ref _spilled, bytes) <= MostSpilled())
            {
                var file = new SpillFile(folder, bytes);
                return ValueBlock.At(file.Start, bytes, this, file);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // There is no room: as if there were no memory.
        }

        Interlocked.Add(ref _spilled, -bytes);
        throw new OutOfMemoryException();
    }

    // As DuckDB does it, so that others find some room on the disk.
    private long MostSpilled()
    {
        if (Volatile.Read(ref _mostSpilled) < 0)
        {
            Directory.CreateDirectory(folder);
            Volatile.Write(ref _mostSpilled, (long)(new DriveInfo(folder).AvailableFreeSpace * MostOfDisk));
        }

        return Volatile.Read(ref _mostSpilled);
    }
}
