namespace FlowKernel.Jupyter.Wire;

/// <summary>The fixed frames of the wire protocol.</summary>
internal static class Frames
{
    public static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    /// <summary>Some frames as one stretch of bytes, which is what is signed.</summary>
    public static byte[] Join(IReadOnlyList<byte[]> frames, int start, int count)
    {
        var joined = new byte[Enumerable.Range(start, count).Sum(i => frames[i].Length)];
        var at = 0;
        for (var i = start; i < start + count; i++)
        {
            frames[i].CopyTo(joined, at);
            at += frames[i].Length;
        }

        return joined;
    }
}
