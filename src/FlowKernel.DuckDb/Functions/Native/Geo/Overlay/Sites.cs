namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>
/// Places by number. Places closer together than crossings can be computed are one: S2 calls it kIntersectionMergeRadius
/// (https://s2geometry.io/devguide/s2builder).
/// </summary>
internal sealed class Sites
{
    /// <summary>How close places are one, in radians: about 10 nanometres on the Earth.</summary>
    public const double MergeRadius = 1.7763568394002505e-15;

    private const double Box = 1e-12;

    private readonly Dictionary<(long X, long Y, long Z), List<int>> _boxes = [];
    private readonly List<Direction> _places = [];

    /// <summary>How many there are.</summary>
    public int Count => _places.Count;

    /// <summary>The place of a number.</summary>
    public Direction this[int site] => _places[site];

    /// <summary>The number of a place, a new one where none is as close.</summary>
    public int Of(Direction place)
    {
        foreach (var box in BoxesAround(place))
        {
            if (_boxes.TryGetValue(box, out var sites) && sites.FindIndex(s => IsSame(_places[s], place)) is >= 0 and var at)
                return sites[at];
        }

        _places.Add(place);
        var own = (BoxOf(place.X), BoxOf(place.Y), BoxOf(place.Z));
        if (!_boxes.TryGetValue(own, out var list))
            _boxes[own] = list = [];
        list.Add(_places.Count - 1);
        return _places.Count - 1;
    }

    private static bool IsSame(Direction a, Direction b) => (a - b).Length <= MergeRadius;

    private static long BoxOf(double value) => (long)Math.Floor(value / Box);

    private static IEnumerable<(long X, long Y, long Z)> BoxesAround(Direction place)
    {
        for (var x = BoxOf(place.X - MergeRadius); x <= BoxOf(place.X + MergeRadius); x++)
        {
            for (var y = BoxOf(place.Y - MergeRadius); y <= BoxOf(place.Y + MergeRadius); y++)
            {
                for (var z = BoxOf(place.Z - MergeRadius); z <= BoxOf(place.Z + MergeRadius); z++)
                    yield return (x, y, z);
            }
        }
    }
}
