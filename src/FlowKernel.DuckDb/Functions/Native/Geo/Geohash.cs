namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>Geohashes: rectangles of longitude and latitude, each letter one of 32 parts of the one before.</summary>
internal static class Geohash
{
    private const string Letters = "0123456789bcdefghjkmnpqrstuvwxyz";
    private const int Longest = 18;

    /// <summary>The neighbours in the order that the engine gives: east and north steps of each.</summary>
    private static readonly (int East, int North)[] Around =
        [(-1, 0), (-1, -1), (0, -1), (1, -1), (1, 1), (1, 0), (0, 1), (-1, 1)];

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Text<double, double, long>("kql_geohash", Of),
        NativeFunction.Json<string>("kql_geohash_center", hash => Cell(hash) is { } c
            ? GeoJson.Point((c.West + c.East) / 2, (c.South + c.North) / 2)
            : null),
        NativeFunction.Json<string>("kql_geohash_polygon", hash => Cell(hash) is { } c
            ? GeoJson.Polygon([(c.West, c.South), (c.East, c.South), (c.East, c.North), (c.West, c.North)])
            : null),
        NativeFunction.Json<string>("kql_geohash_neighbors", Neighbors),
    ];

    /// <summary>https://learn.microsoft.com/kusto/query/geo-point-to-geohash-function</summary>
    private static string? Of(double longitude, double latitude, long length)
    {
        if (!Direction.Exists(longitude, latitude) || length is < 1 or > Longest)
            return null;
        var (x, y) = (Bits(length, even: true), Bits(length, even: false));
        return Text(Place(longitude, -180, 360, x), Place(latitude, -90, 180, y), (int)length);
    }

    private static int Bits(long length, bool even) => (int)((5 * length) + (even ? 1 : 0)) / 2;

    private static long Place(double value, double least, double range, int bits) =>
        Math.Min((1L << bits) - 1, (long)Math.Floor((value - least) / range * (1L << bits)));

    /// <summary>The bits of both places in turn, beginning with the longitude's.</summary>
    private static string Text(long x, long y, int length)
    {
        var (left, right) = (Bits(length, even: true), Bits(length, even: false));
        var text = new char[length];
        for (var i = 0; i < length; i++)
        {
            var letter = 0;
            for (var bit = 5 * i; bit < 5 * (i + 1); bit++)
                letter = (letter << 1) | (int)(((bit % 2 == 0 ? x >> --left : y >> --right)) & 1);
            text[i] = Letters[letter];
        }

        return new string(text);
    }

    private static (long X, long Y)? Places(string hash)
    {
        if (hash.Length is 0 or > Longest)
            return null;
        var (x, y) = (0L, 0L);
        for (var i = 0; i < hash.Length; i++)
        {
            var letter = Letters.IndexOf(char.ToLowerInvariant(hash[i]), StringComparison.Ordinal);
            if (letter < 0)
                return null;
            for (var bit = 0; bit < 5; bit++)
            {
                var value = (letter >> (4 - bit)) & 1;
                if (((5 * i) + bit) % 2 == 0)
                    x = (x << 1) | (long)value;
                else
                    y = (y << 1) | (long)value;
            }
        }

        return (x, y);
    }

    private static (double West, double South, double East, double North)? Cell(string hash)
    {
        if (Places(hash) is not var (x, y))
            return null;
        var (wide, high) = (360 / Math.Pow(2, Bits(hash.Length, even: true)), 180 / Math.Pow(2, Bits(hash.Length, even: false)));
        return ((x * wide) - 180, (y * high) - 90, ((x + 1) * wide) - 180, ((y + 1) * high) - 90);
    }

    /// <summary>Beyond 180 degrees comes -180; beyond a pole there is nothing.</summary>
    private static string? Neighbors(string hash)
    {
        if (Places(hash) is not var (x, y))
            return null;
        var (columns, rows) = (1L << Bits(hash.Length, even: true), 1L << Bits(hash.Length, even: false));
        return JsonText.ArrayOfTexts(Around.Select(step => (X: (x + step.East + columns) % columns, Y: y + step.North))
            .Where(p => p.Y >= 0 && p.Y < rows).Select(p => JsonText.Quote(Text(p.X, p.Y, hash.Length))));
    }
}
