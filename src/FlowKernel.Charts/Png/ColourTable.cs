namespace FlowKernel.Charts.Png;

/// <summary>
/// The colours of an indexed picture: charts have few, and the many shades at the edges of letters and lines go to the
/// nearest one kept, which nobody sees.
/// </summary>
internal sealed class ColourTable
{
    private const int Most = 256;
    private readonly Dictionary<int, byte> _index = [];
    private readonly List<int> _colours = [];

    /// <summary>The table of a picture: its most frequent colours, exactly.</summary>
    public ColourTable(PaintedPixels picture)
    {
        var counts = new Dictionary<int, int>();
        for (var at = 0; at < picture.Rgba.Length; at += 4)
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, At(picture, at), out _)++;
        foreach (var colour in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => c.Key).Take(Most))
        {
            _index[colour] = (byte)_colours.Count;
            _colours.Add(colour);
        }
    }

    /// <summary>The colours, three bytes each.</summary>
    public byte[] Bytes => [.. _colours.SelectMany(c => (byte[])[(byte)(c >> 16), (byte)(c >> 8), (byte)c])];

    /// <summary>The place of the colour at an offset of the pixels, or of the one nearest to it.</summary>
    public byte IndexOf(PaintedPixels picture, int at)
    {
        var colour = At(picture, at);
        if (!_index.TryGetValue(colour, out var index))
            _index[colour] = index = Nearest(colour);
        return index;
    }

    private static int At(PaintedPixels picture, int at) =>
        (picture.Rgba[at] << 16) | (picture.Rgba[at + 1] << 8) | picture.Rgba[at + 2];

    private byte Nearest(int colour)
    {
        var (best, least) = (0, int.MaxValue);
        for (var i = 0; i < _colours.Count; i++)
        {
            var distance = Distance(colour, _colours[i]);
            if (distance < least)
                (best, least) = (i, distance);
        }

        return (byte)best;
    }

    private static int Distance(int a, int b)
    {
        var (red, green, blue) = ((a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255));
        return (red * red) + (green * green) + (blue * blue);
    }
}
