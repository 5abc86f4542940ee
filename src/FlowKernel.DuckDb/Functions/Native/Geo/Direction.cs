namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>A place on the unit sphere, as a vector.</summary>
internal readonly record struct Direction(double X, double Y, double Z)
{
    /// <summary>The radius of the sphere that Kusto takes the Earth for, in metres.</summary>
    public const double EarthRadius = 6_371_010;

    private const double Degrees = 180 / Math.PI;
    private const double Radians = Math.PI / 180;

    /// <summary>The longitude in degrees.</summary>
    public double Longitude => Degrees * Math.Atan2(Y, X);

    /// <summary>The latitude in degrees.</summary>
    public double Latitude => Degrees * Math.Atan2(Z, Math.Sqrt((X * X) + (Y * Y)));

    /// <summary>The length of the vector.</summary>
    public double Length => Math.Sqrt(Dot(this));

    /// <summary>The vector of length 1 in this direction.</summary>
    public Direction Unit => this * (1 / Length);

    /// <summary>The place of a longitude and a latitude in degrees.</summary>
    public static Direction Of(double longitude, double latitude)
    {
        var (sinLng, cosLng) = Math.SinCos(longitude * Radians);
        var (sinLat, cosLat) = Math.SinCos(latitude * Radians);
        return new Direction(cosLng * cosLat, sinLng * cosLat, sinLat);
    }

    /// <summary>True for a longitude and a latitude that exist.</summary>
    public static bool Exists(double longitude, double latitude) =>
        longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90;

    public static Direction operator +(Direction a, Direction b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Direction operator -(Direction a, Direction b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Direction operator -(Direction a) => new(-a.X, -a.Y, -a.Z);

    public static Direction operator *(Direction a, double by) => new(a.X * by, a.Y * by, a.Z * by);

    /// <summary>The scalar product.</summary>
    public double Dot(Direction other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    /// <summary>The vector product.</summary>
    public Direction Cross(Direction other) =>
        new((Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));

    /// <summary>The normal of the plane through two places; also right where they are close together.</summary>
    public Direction Normal(Direction other) => (other + this).Cross(other - this) * 0.5;

    /// <summary>The angle between two places in radians.</summary>
    public double Angle(Direction other) => Math.Atan2(Normal(other).Length, Dot(other));

    /// <summary>The place at a share of the way to another.</summary>
    public Direction Towards(Direction other, double share)
    {
        if (share <= 0 || share >= 1)
            return share <= 0 ? this : other;
        var tangent = Normal(other).Cross(this);
        var (sin, cos) = Math.SinCos(Angle(other) * share);
        return ((this * cos) + (tangent * (sin / tangent.Length))).Unit;
    }
}
