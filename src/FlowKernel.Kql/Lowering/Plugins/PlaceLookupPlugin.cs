using System.Globalization;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>
/// <c>geo_polygon_lookup</c> and <c>geo_line_lookup</c>
/// (https://learn.microsoft.com/kusto/query/geo-polygon-lookup-plugin): a lookup by places and the shapes that hold them or lie near. The distinct places are paired with the shapes first;
/// with the pairs it is a join by equal places.
/// </summary>
internal static class PlaceLookupPlugin
{
    private delegate Scalar? Test(Scalar longitude, Scalar latitude, Scalar shape, Scalar? radius);

    public static Relation LowerPolygon(PluginCall call) => Lower(call, (x, y, shape, radius) => radius is null
        ? new Call("geo_point_in_polygon", [x, y, shape], KqlType.Bool, call.Span)
        : Within(call.Span, "geo_distance_point_to_polygon", [x, y, shape], radius));

    public static Relation LowerLine(PluginCall call) => Lower(call, (x, y, shape, radius) => radius is null
        ? null
        : Within(call.Span, "geo_distance_point_to_line", [x, y, shape], radius));

    private static Relation Lower(PluginCall call, Test test)
    {
        var span = call.Span;
        var lookup = call.Context.Table(call.Argument(0)!);
        if (call.Context.Over(lookup).Scalar(call.Argument(1)!) is not ColumnRef shape
            || call.Scalar(2) is not ColumnRef longitude || call.Scalar(3) is not ColumnRef latitude)
            return call.Refuse("its keys are not columns");
        var unmatched = call.Constant(5, "return_unmatched") as bool? ?? false;
        var places = Places(call, longitude.Column, latitude.Column);
        if (test(Value(places, 0, span), Value(places, 1, span), shape, Radius(call)) is not { } isMatch)
            return call.Refuse("its radius is not a constant");
        var all = new Join(places, lookup, JoinKind.Inner, [], [.. places.Columns, .. lookup.Columns], span);
        var pairs = new Filter(all, isMatch, span);
        var join = new Join(
            call.Input, pairs, unmatched ? JoinKind.LeftOuter : JoinKind.Inner,
            [new JoinKey(longitude, Value(places, 0, span)), new JoinKey(latitude, Value(places, 1, span))],
            [.. call.Input.Columns, .. pairs.Columns], span);
        var right = lookup.Columns.Where(c => ReturnsKey(call) || c != shape.Column);
        return Named(call, join, [.. call.Input.Columns, .. right]);
    }

    private static Relation Named(PluginCall call, Join join, List<PlanColumn> columns)
    {
        if (columns.Count != call.Bound.Count)
            return call.Refuse("its columns are not those that were expected");
        var named = columns.Zip(call.Bound, (c, b) => Lowering.Columns.Rename(c, b.Name, call.Span));
        return new Project(join, [.. named], call.Span);
    }

    // lookup_area_radius says how far around the shapes to search: a matter of speed only.
    private static bool ReturnsKey(PluginCall call) => call.Constant(7, "return_lookup_key") as bool? ?? false;

    private static Literal? Radius(PluginCall call) => call.Constant(4, "radius") is IConvertible metres
        ? new Literal(metres.ToDouble(CultureInfo.InvariantCulture), KqlType.Real, call.Span)
        : null;

    private static Call Within(TextSpan span, string distance, IReadOnlyList<Scalar> place, Scalar radius) =>
        new("<=", [new Call(distance, place, KqlType.Real, span), radius], KqlType.Bool, span);

    private static Distinct Places(PluginCall call, PlanColumn longitude, PlanColumn latitude)
    {
        var places = new Project(
            call.Input,
            [
                new Assignment(new PlanColumn("$longitude", longitude.Type), new ColumnRef(longitude, call.Span)),
                new Assignment(new PlanColumn("$latitude", latitude.Type), new ColumnRef(latitude, call.Span)),
            ],
            call.Span);
        return new Distinct(places, call.Span);
    }

    private static ColumnRef Value(Distinct places, int index, TextSpan span) => new(places.Columns[index], span);
}
