namespace FlowKernel.DuckDb.Functions.Native.Geo.Simplifying;

/// <summary>
/// Directions on a circle from one to another, counterclockwise, in radians from -π to π; where the first is the greater, they
/// pass through π. From π to -π there are none, from -π to π there are all.
/// </summary>
internal readonly record struct CircleInterval(double From, double To)
{
    /// <summary>All directions.</summary>
    public static CircleInterval Full { get; } = new(-Math.PI, Math.PI);

    /// <summary>None.</summary>
    public static CircleInterval Empty { get; } = new(Math.PI, -Math.PI);

    /// <summary>True for all directions.</summary>
    public bool IsFull => this == Full;

    /// <summary>True for none.</summary>
    public bool IsEmpty => this == Empty;

    /// <summary>The other directions.</summary>
    public CircleInterval Rest => From == To ? Full : new(To, From);

    private bool IsInverted => From > To;

    private double Length
    {
        get
        {
            var length = To - From;
            if (length >= 0)
                return length;
            length += 2 * Math.PI;
            return length > 0 ? length : -1;
        }
    }

    /// <summary>Directions around one.</summary>
    public static CircleInterval Around(double center, double halfWidth)
    {
        if ((2 * halfWidth) + (2 * double.Epsilon) >= 2 * Math.PI)
            return Full;
        var result = new CircleInterval(
            Math.IEEERemainder(center - halfWidth, 2 * Math.PI), Math.IEEERemainder(center + halfWidth, 2 * Math.PI));
        return result.From <= -Math.PI ? result with { From = Math.PI } : result;
    }

    /// <summary>True where a direction is one of these.</summary>
    public bool Contains(double direction)
    {
        var p = direction == -Math.PI ? Math.PI : direction;
        return IsInverted ? (p >= From || p <= To) && !IsEmpty : p >= From && p <= To;
    }

    /// <summary>True where all of others are among these.</summary>
    public bool Contains(CircleInterval other)
    {
        if (IsInverted)
            return other.IsInverted ? other.From >= From && other.To <= To
                : (other.From >= From || other.To <= To) && !IsEmpty;
        return other.IsInverted ? IsFull || other.IsEmpty : other.From >= From && other.To <= To;
    }

    /// <summary>The directions that both have; where those are in two parts, the shorter of both.</summary>
    public CircleInterval And(CircleInterval other)
    {
        if (other.IsEmpty)
            return Empty;
        if (Contains(other.From))
            return !Contains(other.To) ? new(other.From, To) : other.Length < Length ? other : this;
        if (Contains(other.To))
            return new(From, other.To);
        return other.Contains(From) ? this : Empty;
    }
}
