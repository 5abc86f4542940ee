namespace FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

/// <summary>Cuts pieces of memory for one thread, for as long as DuckDB's call takes.</summary>
internal unsafe ref struct ValueArena(ValueMemory memory)
{
    private ValueBlock* _block;

    /// <summary>A piece of so many bytes, and the block that it belongs to.</summary>
    /// <exception cref="OutOfMemoryException">Neither memory nor the disk has as much.</exception>
    public byte* Cut(int bytes, out ValueBlock* block)
    {
        if (_block is null)
            _block = memory.Open();
        var piece = ValueBlock.Cut(_block, bytes);
        if (piece is null)
        {
            var next = memory.NewOpen();
            ValueBlock.Release(_block);
            _block = next;
            piece = ValueBlock.Cut(next, bytes);
        }

        block = _block;
        return piece;
    }

    /// <summary>Leaves the block to others.</summary>
    public void Dispose()
    {
        if (_block is not null)
            memory.Leave(_block);
        _block = null;
    }
}
