namespace FlowKernel.DuckDb.Functions.Native.Geo.Simplifying;

/// <summary>Numbered places in boxes, to find those that may be closer to another than a distance.</summary>
internal sealed class NearPlaces(double distance)
{
    private readonly double _side = Math.Max(distance, 1e-15);
    private readonly Dictionary<(long X, long Y, long Z), List<int>> _boxes = [];

    /// <summary>Adds a place.</summary>
    public void Add(Direction place, int number)
    {
        var box = BoxOf(place);
        if (!_boxes.TryGetValue(box, out var numbers))
            _boxes[box] = numbers = [];
        numbers.Add(number);
    }

    /// <summary>The numbers of the places in the boxes around one.</summary>
    public IEnumerable<int> Around(Direction place)
    {
        var (x, y, z) = BoxOf(place);
        for (var i = 0; i < 27; i++)
        {
            if (!_boxes.TryGetValue((x + (i % 3) - 1, y + (i / 3 % 3) - 1, z + (i / 9) - 1), out var numbers))
                continue;
            foreach (var number in numbers)
                yield return number;
        }
    }

    private (long X, long Y, long Z) BoxOf(Direction p) =>
        ((long)Math.Floor(p.X / _side), (long)Math.Floor(p.Y / _side), (long)Math.Floor(p.Z / _side));
}
