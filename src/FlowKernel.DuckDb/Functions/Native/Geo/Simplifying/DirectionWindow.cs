namespace FlowKernel.DuckDb.Functions.Native.Geo.Simplifying;

/// <summary>
/// The directions in which an edge may leave a place so that it passes through discs, and past others on the side asked for, as
/// S2PolylineSimplifier has it (https://github.com/google/s2geometry, © Google, Apache License 2.0).
/// </summary>
internal sealed class DirectionWindow
{
    private const double Error = 1.1102230246251565e-16;

    private readonly Direction _from;
    private readonly Direction _x;
    private readonly Direction _y;
    private readonly List<(CircleInterval Range, bool OnLeft)> _avoided = [];
    private CircleInterval _window = CircleInterval.Full;

    /// <summary>All directions from a place.</summary>
    public DirectionWindow(Direction from)
    {
        _from = from;
        _y = (Math.Abs(from.Z) < 0.9 ? new Direction(0, 0, 1) : new Direction(1, 0, 0)).Cross(from).Unit;
        _x = _y.Cross(from);
    }

    /// <summary>True where the edge to a place meets all demands.</summary>
    public bool Allows(Direction to)
    {
        if ((to - _from).Dot(to - _from) > 2)
            return false;
        var direction = Towards(to);
        return _window.Contains(direction) && !_avoided.Exists(a => a.Range.Contains(direction));
    }

    /// <summary>Asks to pass through a disc; false where no direction is left.</summary>
    public bool Target(Direction center, double radius)
    {
        var half = HalfWidth(center, radius, -1);
        if (half >= Math.PI)
            return true;
        if (half < 0)
        {
            _window = CircleInterval.Empty;
            return false;
        }

        _window = _window.And(CircleInterval.Around(Towards(center), half));
        foreach (var (range, onLeft) in _avoided)
            Avoid(range, onLeft);
        _avoided.Clear();
        return !_window.IsEmpty;
    }

    /// <summary>Asks to pass by a disc, with it on the left or on the right; false where no direction is left.</summary>
    public bool Avoid(Direction center, double radius, bool onLeft)
    {
        var half = HalfWidth(center, radius, 1);
        if (half >= Math.PI)
        {
            _window = CircleInterval.Empty;
            return false;
        }

        var (direction, beyond) = (Towards(center), Math.PI / 2);
        var range = new CircleInterval(
            Math.IEEERemainder(direction - (onLeft ? half : beyond), 2 * Math.PI),
            Math.IEEERemainder(direction + (onLeft ? beyond : half), 2 * Math.PI));
        if (_window.IsFull)
        {
            _avoided.Add((range, onLeft));
            return true;
        }

        Avoid(range, onLeft);
        return !_window.IsEmpty;
    }

    private void Avoid(CircleInterval range, bool onLeft)
    {
        if (!_window.Contains(range))
            _window = _window.And(range.Rest);
        else
            _window = onLeft ? new(_window.From, range.From) : new(range.To, _window.To);
    }

    private double Towards(Direction place) => Math.Atan2(place.Dot(_y), place.Dot(_x));

    /// <summary>Half the angle under which a disc is seen; π from inside it.</summary>
    private double HalfWidth(Direction center, double radius, int rounded)
    {
        var chord = 2 * Math.Sin(radius / 2);
        var (r, a) = (chord * chord, (center - _from).Dot(center - _from) - (64 * Error * Error * rounded));
        if (a <= r)
            return Math.PI;
        var half = Math.Asin(Math.Sqrt(r * (1 - (0.25 * r)) / (a * (1 - (0.25 * a)))));
        return half + (rounded * ((24 * Error) + (17 * Error * half)));
    }
}
