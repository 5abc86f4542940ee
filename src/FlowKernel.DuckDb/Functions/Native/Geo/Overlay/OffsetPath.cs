namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>
/// Paths at a distance from points, lines and rings, which wind around everything that is not farther away. The steps are those
/// of S2BufferOperation (https://github.com/google/s2geometry, © Google, Apache License 2.0), all on the arc itself.
/// </summary>
internal sealed class OffsetPath
{
    private readonly double _radius;
    private readonly double _vertexStep;
    private readonly double _edgeStep;
    private readonly List<Direction> _path = [];

    /// <summary>Paths at a distance.</summary>
    /// <param name="radius">The distance in radians: below a quarter turn.</param>
    /// <param name="share">How much of the distance an edge may come short of it: 0 to 1.</param>
    public OffsetPath(double radius, double share)
    {
        var error = Math.Max(2.220446049250313e-16, share * radius);
        _radius = radius;
        _vertexStep = LongestStep(radius, error);
        _edgeStep = LongestStep((Math.PI / 2) - radius, error);
    }

    /// <summary>Around a point.</summary>
    public Direction[] AroundPoint(Direction point)
    {
        var step = (2 * Math.PI / Math.Ceiling(2 * Math.PI / _vertexStep)) + 1e-15;
        var start = Aside(point);
        var turn = point.Cross(start).Unit;
        for (var angle = 0.0; angle < 2 * Math.PI; angle += step)
            Add(point, OnRay(start, turn, angle));
        return [.. _path];
    }

    /// <summary>Around a line, with round ends.</summary>
    public Direction[] AroundLine(Direction[] line)
    {
        var axis = Axis(line[0], line[1]);
        AddArc(line[0], -axis, axis);
        for (var i = 0; i + 2 < line.Length; i++)
            AddEdgeAndCorner(line[i], line[i + 1], line[i + 2]);
        AddEdge(line[^2], line[^1]);
        axis = Axis(line[^2], line[^1]);
        AddArc(line[^1], axis, -axis);
        for (var i = line.Length - 3; i >= 0; i--)
            AddEdgeAndCorner(line[i + 2], line[i + 1], line[i]);
        AddEdge(line[1], line[0]);
        return [.. _path];
    }

    /// <summary>On the right side of a ring.</summary>
    public Direction[] AroundRing(Direction[] ring)
    {
        for (var i = 0; i < ring.Length; i++)
            AddEdgeAndCorner(ring[i], ring[(i + 1) % ring.Length], ring[(i + 2) % ring.Length]);
        return [.. _path];
    }

    /// <summary>The longest step on a circle of a radius whose chord comes no more than an error short of it.</summary>
    private static double LongestStep(double radius, double error)
    {
        var step = (2 * Math.PI / 3) + 1e-15;
        return radius < Math.PI / 2
            ? Math.Min(step, 2 * Math.Acos(Math.Tan(Math.Max(0, radius - error)) / Math.Tan(radius)))
            : step;
    }

    private void AddEdgeAndCorner(Direction a, Direction b, Direction c)
    {
        AddEdge(a, b);
        if (a.Dot(b.Cross(c)) >= 0)
        {
            AddArc(b, Axis(a, b), Axis(b, c));
            return;
        }

        Add(b, Axis(a, b));
        _path.Add(b);
    }

    private void AddEdge(Direction a, Direction b)
    {
        var axis = Axis(a, b);
        var (turn, span) = (a.Cross(axis).Unit, a.Angle(b));
        var angle = 0.0;
        do
            Add(OnRay(a, turn, angle), axis);
        while ((angle += _edgeStep) < span);
    }

    private void AddArc(Direction corner, Direction start, Direction end)
    {
        var (turn, span) = (corner.Cross(start).Unit, start.Angle(end));
        var angle = 0.0;
        do
            Add(corner, OnRay(start, turn, angle));
        while ((angle += _vertexStep) < span);
    }

    private void Add(Direction from, Direction towards) => _path.Add(OnRay(from, towards, _radius));

    private static Direction OnRay(Direction from, Direction towards, double angle) =>
        ((from * Math.Cos(angle)) + (towards * Math.Sin(angle))).Unit;

    /// <summary>The normal of an edge, to its right.</summary>
    private static Direction Axis(Direction a, Direction b) => b.Normal(a).Unit;

    /// <summary>A direction at right angles to a place: the one that S2 chooses.</summary>
    private static Direction Aside(Direction place)
    {
        var (x, y, z) = (Math.Abs(place.X), Math.Abs(place.Y), Math.Abs(place.Z));
        var largest = x > y ? (x > z ? 0 : 2) : y > z ? 1 : 2;
        return place.Cross(largest switch
        {
            1 => new(1, 0.0053, 0.00457),
            2 => new(0.012, 1, 0.00457),
            _ => new(0.012, 0.0053, 1),
        }).Unit;
    }
}
