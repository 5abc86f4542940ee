using System.Globalization;

namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>Well-known text as GeoJSON (https://learn.microsoft.com/kusto/query/geo-from-wkt-function).</summary>
internal sealed class WktReader
{
    private static readonly Dictionary<string, (string Type, int Depth)> Kinds =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["POINT"] = ("Point", 0),
            ["LINESTRING"] = ("LineString", 1),
            ["POLYGON"] = ("Polygon", 2),
            ["MULTIPOINT"] = ("MultiPoint", 1),
            ["MULTILINESTRING"] = ("MultiLineString", 2),
            ["MULTIPOLYGON"] = ("MultiPolygon", 3),
        };

    private readonly string _text;
    private int _at;

    private WktReader(string text) => _text = text;

    /// <summary>What SQL calls.</summary>
    public static NativeFunction[] Rows { get; } =
    [
        NativeFunction.Json<string>("kql_from_wkt", text =>
        {
            var reader = new WktReader(text);
            return reader.Geometry() is { } json && reader.Peek() == '\0' ? json : null;
        }),
    ];

    private string? Geometry()
    {
        var word = Word();
        if (word.Equals("GEOMETRYCOLLECTION", StringComparison.OrdinalIgnoreCase))
            return List(Geometry) is { } all ? $"{{\"type\":\"GeometryCollection\",\"geometries\":{all}}}" : null;
        if (!Kinds.TryGetValue(word, out var kind))
            return null;
        var coordinates = kind.Depth > 0 ? Nested(kind.Depth, kind.Type == "MultiPoint")
            : Take('(') && Position() is { } position && Take(')') ? position : null;
        return coordinates is null ? null : GeoJson.Geometry(kind.Type, coordinates);
    }

    private string? Nested(int depth, bool points) => List(() => depth > 1 ? Nested(depth - 1, points)
        : points && Take('(') ? Position() is { } inner && Take(')') ? inner : null
        : Position());

    private string? List(Func<string?> item)
    {
        if (!Take('('))
            return null;
        List<string> items = [];
        do
        {
            if (item() is not { } text)
                return null;
            items.Add(text);
        }
        while (Take(','));
        return Take(')') ? $"[{string.Join(',', items)}]" : null;
    }

    private string? Position() => Number() is { } x && Number() is { } y ? GeoJson.Position(x, y) : null;

    private double? Number()
    {
        Peek();
        var from = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] is '.' or '-' or '+' or 'e' or 'E'))
            _at++;
        return double.TryParse(_text.AsSpan(from, _at - from), CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private string Word()
    {
        Peek();
        var from = _at;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at]))
            _at++;
        return _text[from.._at];
    }

    private bool Take(char sign)
    {
        if (Peek() != sign)
            return false;
        _at++;
        return true;
    }

    private char Peek()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
        return _at < _text.Length ? _text[_at] : '\0';
    }
}
