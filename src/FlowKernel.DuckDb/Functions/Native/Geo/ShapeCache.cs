namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>The polygon that a thread asked for last: most queries put many points to one polygon.</summary>
internal static class ShapeCache
{
    [ThreadStatic]
    private static (string Json, Shape? Shape) _last;

    /// <summary>The polygon of a GeoJSON text, or null where it is not valid.</summary>
    public static Shape? Of(string json)
    {
        if (_last.Json != json)
            _last = (json, Shape.Read(json));
        return _last.Shape;
    }
}
