using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>
/// Places, lines and polygons on a sphere of radius 6,371,010 m, as Kusto takes the Earth. Edges are geodesics.
/// </summary>
internal static class Places
{
    private const string Distance = "kql_distance({0:real}, {1:real}, {2:real}, {3:real})";
    private const string NotGiven = "-9223372036854775807";
    private const string AnyOrder = "The order of neighbours is not fixed.";

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        OnSphere("geo_distance_2points", 4, Distance) with { Gives = KqlType.Real },
        OnSphere("geo_point_in_circle", 5, $"CASE WHEN {{4:real}} >= 0 THEN {Distance} <= {{4:real}} END"),
        OnSphere("geo_azimuth", 4,
            "kql_azimuth(CAST(json_array({0:real}, {1:real}, {2:real}, {3:real}) AS VARCHAR))") with { Gives = KqlType.Real },
        OnSphere("geo_angle", 6, "kql_geo_angle("
            + "CAST(json_array({0:real}, {1:real}, {2:real}, {3:real}, {4:real}, {5:real}) AS VARCHAR))")
        with { Gives = KqlType.Real },
        new("geo_from_wkt", "kql_from_wkt({0:string})::JSON"),
        new("geo_point_in_polygon", "kql_point_in_polygon({0:real}, {1:real}, {2:dynamic})"),
        OnSphere("geo_distance_point_to_polygon", 3, "kql_distance_to_polygon({0:real}, {1:real}, {2:dynamic})") with { Gives = KqlType.Real },
        OnSphere("geo_distance_point_to_line", 3, "kql_distance_to_line({0:real}, {1:real}, {2:dynamic})") with { Gives = KqlType.Real },
        OnSphere("geo_closest_point_on_polygon", 3, "kql_closest_on_polygon({0:real}, {1:real}, {2:dynamic})::JSON"),
        OnSphere("geo_closest_point_on_line", 3, "kql_closest_on_line({0:real}, {1:real}, {2:dynamic})::JSON"),
        OnSphere("geo_line_length", 1, "kql_line_length({0:dynamic})") with { Gives = KqlType.Real },
        new("geo_line_centroid", "kql_line_centroid({0:dynamic})::JSON"),
        OnSphere("geo_line_interpolate_point", 2, "kql_line_interpolate({0:dynamic}, {1:real})::JSON"),
        OnSphere("geo_line_locate_point", 3, "kql_line_locate({0:dynamic}, {1:real}, {2:real})") with { Gives = KqlType.Real },
        OnSphere("geo_line_densify", 2, "kql_line_densify({0:dynamic}, {1:real=10.0})::JSON"),
        OnSphere("geo_polygon_area", 1, "kql_polygon_area({0:dynamic})") with { Gives = KqlType.Real },
        OnSphere("geo_polygon_perimeter", 1, "kql_polygon_perimeter({0:dynamic})")
        with { Gives = KqlType.Real },
        new("geo_polygon_centroid", "kql_polygon_centroid({0:dynamic})::JSON"),
        OnSphere("geo_polygon_densify", 2, "kql_polygon_densify({0:dynamic}, {1:real=10.0})::JSON"),
        new("geo_intersects_2lines", "kql_lines_meet({0:dynamic}, {1:dynamic})"),
        new("geo_intersects_2polygons", "kql_polygons_meet({0:dynamic}, {1:dynamic})"),
        new("geo_intersects_line_with_polygon", "kql_line_meets_polygon({0:dynamic}, {1:dynamic})"),
        new("geo_point_to_geohash", "kql_geohash({0:real}, {1:real}, {2:long=5})"),
        new("geo_geohash_to_central_point", "kql_geohash_center({0:string})::JSON"),
        new("geo_geohash_to_polygon", "kql_geohash_polygon({0:string})::JSON"),
        new("geo_geohash_neighbors", "kql_geohash_neighbors({0:string})::JSON"),
        new("geo_point_to_s2cell", "kql_s2cell({0:real}, {1:real}, {2:long=11})"),
        new("geo_s2cell_to_central_point", "kql_s2cell_center({0:string})::JSON"),
        new("geo_s2cell_to_polygon", "kql_s2cell_polygon({0:string})::JSON"),
        new("geo_s2cell_neighbors", "kql_s2cell_neighbors({0:string})::JSON")
        { Note = AnyOrder },
        new("geo_point_to_h3cell", "kql_h3cell({0:real}, {1:real}, {2:long=6})"),
        new("geo_h3cell_level", "kql_h3cell_level({0:string})") { Gives = KqlType.Int },
        new("geo_h3cell_to_central_point", "kql_h3cell_center({0:string})::JSON"),
        new("geo_h3cell_to_polygon", "kql_h3cell_polygon({0:string})::JSON"),
        new("geo_h3cell_parent", $"kql_h3cell_parent({{0:string}}, {{1:long={NotGiven}}})"),
        new("geo_h3cell_children", $"kql_h3cell_children({{0:string}}, {{1:long={NotGiven}}})::JSON"),
        new("geo_h3cell_neighbors", "kql_h3cell_neighbors({0:string})::JSON") { Note = AnyOrder },
        new("geo_h3cell_rings", "kql_h3cell_rings({0:string}, {1:long})::JSON"),
        new("geo_polygon_to_h3cells", "kql_polygon_h3cells({0:dynamic}, {1:long=6}, {2:real=0.0})::JSON")
        { Note = "The order of cells is not fixed." },
        new("geo_line_to_s2cells", "kql_line_s2cells({0:dynamic}, {1:long=11}, {2:real=0.0})::JSON"),
        new("geo_polygon_to_s2cells", "kql_polygon_s2cells({0:dynamic}, {1:long=11}, {2:real=0.0})::JSON"),
        new("geo_intersection_2lines", "kql_lines_in_common({0:dynamic}, {1:dynamic})::JSON"),
        new("geo_intersection_line_with_polygon", "kql_line_inside({0:dynamic}, {1:dynamic})::JSON"),
        Overlaid("geo_intersection_2polygons", "kql_polygons_in_common({0:dynamic}, {1:dynamic})"),
        new("geo_union_lines_array", "kql_union_lines({0:dynamic})::JSON")
        { Note = "Lines are cut where they cross or fork; the page does not say where." },
        Overlaid("geo_union_polygons_array", "kql_union_polygons({0:dynamic})"),
        Buffer("geo_point_buffer", "kql_point_buffer({0:real}, {1:real}, {2:real}, {3:real=10.0})"),
        Buffer("geo_line_buffer", "kql_line_buffer({0:dynamic}, {1:real}, {2:real=10.0})"),
        Buffer("geo_polygon_buffer", "kql_polygon_buffer({0:dynamic}, {1:real}, {2:real=10.0})"),
        Simplified("geo_line_simplify", "kql_line_simplify") with { Note = "A line that meets itself stays one line." },
        Simplified("geo_polygon_simplify", "kql_polygon_simplify") with { Note = LongEdges },
        Simplified("geo_simplify_polygons_array", "kql_polygons_simplify") with { Note = LongEdges },
    ];

    private const string LongEdges = "Edges longer than about 49 degrees are not looked at once more after they were moved.";

    private static FunctionRow Simplified(string name, string function) => new(
        name, $"kql_settled({function}({{0:dynamic}}, {{1:real=10.0}}), "
        + $"'{name} found no places here that keep all edges apart; take another tolerance')::JSON");

    private static FunctionRow Overlaid(string name, string sql) =>
        new(name, $"kql_settled({sql}, '{name} takes polygons here whose edges are far enough apart to tell them apart')");

    private static FunctionRow Buffer(string name, string sql) =>
        new(name, $"kql_settled({sql}, '{name} takes a radius of up to 5,000 km here')::JSON")
        { Note = "A radius of more than 5,000 km is an error. At which corner a ring begins that crosses itself is not fixed." };

    /// <summary>
    /// A function whose last argument asks for a spheroid, or for edges kept across the antimeridian: only false runs.
    /// </summary>
    private static FunctionRow OnSphere(string name, int count, string template)
    {
        var sql = SqlTemplate.Parse(template);
        return new FunctionRow(name, call =>
            call.Count <= count || (call.TryConstant<bool>(count, out var asked) && !asked)
                ? sql.Fill(call)
                : call.Refuse("its last argument must be false here"));
    }
}
