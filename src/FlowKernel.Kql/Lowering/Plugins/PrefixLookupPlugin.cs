using FlowKernel.Algorithms.Addresses;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>
/// <c>ipv4_lookup</c> and <c>ipv6_lookup</c> (https://learn.microsoft.com/kusto/query/ipv4-lookup-plugin): a lookup by
/// addresses and the prefixes that hold them. The distinct texts of both sides are paired first; with the pairs it is
/// a join by equal texts.
/// </summary>
internal static class PrefixLookupPlugin
{
    public static Relation LowerIp4(PluginCall call) => Lower(call, Ip4, lookupFirst: false);

    /// <summary>The columns of the lookup table come first, as in the engine.</summary>
    public static Relation LowerIp6(PluginCall call) => Lower(call, Ip6, lookupFirst: true);

    private static Relation Lower(PluginCall call, Func<Relation, PlanColumn, TextSpan, Relation> read, bool lookupFirst)
    {
        var span = call.Span;
        var lookup = call.Context.Table(call.Argument(0)!);
        var over = call.Context.Over(lookup);
        if (call.Scalar(1) is not ColumnRef source || over.Scalar(call.Argument(2)!) is not ColumnRef key)
            return call.Refuse("its keys are not columns");
        var extras = Extras(call, over);
        var all = Truth(call);
        if (extras is null || all is null)
            return call.Refuse("an argument after the keys is neither a column of both tables nor a constant");
        var pairs = Pairs(call, lookup, source.Column, key.Column, read);
        var found = new Join(
            pairs, lookup, JoinKind.Inner, [Key(pairs.Columns[1], key.Column, span)],
            [.. pairs.Columns, .. lookup.Columns], span);
        var join = new Join(
            call.Input, found, all == true ? JoinKind.LeftOuter : JoinKind.Inner,
            [Key(source.Column, pairs.Columns[0], span), .. extras.Select(e => new JoinKey(e.Left, e.Right))],
            [.. call.Input.Columns, .. found.Columns], span);
        var right = lookup.Columns.Where(c => !extras.Exists(e => e.Right.Column == c)).ToList();
        return Named(call, join, right, lookupFirst);
    }

    private static Relation Named(PluginCall call, Join join, List<PlanColumn> right, bool lookupFirst)
    {
        var left = call.Input.Columns;
        if (left.Count + right.Count != call.Bound.Count)
            return call.Refuse("its columns are not those that were expected");
        var ordered = lookupFirst ? right.Concat(left) : left.Concat(right);
        var named = ordered.Zip(call.Bound, (c, b) => Lowering.Columns.Rename(c, b.Name, call.Span));
        return new Project(join, [.. named], call.Span);
    }

    /// <summary>The columns after the keys, as each side has them; null when one is missing on a side.</summary>
    private static List<(ColumnRef Left, ColumnRef Right)>? Extras(PluginCall call, LoweringContext over)
    {
        var extras = new List<(ColumnRef, ColumnRef)>();
        foreach (var argument in call.Arguments.Skip(3).Where(a => a.Kind == "NameReference"))
        {
            if (call.Context.Scalar(argument) is not ColumnRef left || over.Column(argument.Text!) is not { } right)
                return null;
            extras.Add((left, new ColumnRef(right, argument.Span)));
        }

        return extras;
    }

    /// <summary>return_unmatched: the last argument where it is no column; null when it is no constant.</summary>
    private static bool? Truth(PluginCall call)
    {
        SyntaxNode? last = call.Arguments.Count > 3 && call.Arguments[^1].Kind != "NameReference"
            ? call.Arguments[^1]
            : null;
        if ((call.Argument(int.MaxValue, "return_unmatched") ?? last) is not { } node)
            return false;
        return (call.Context.Scalar(node) as Literal)?.Value as bool?;
    }

    private static RowsStage Pairs(
        PluginCall call, Relation lookup, PlanColumn source, PlanColumn key,
        Func<Relation, PlanColumn, TextSpan, Relation> read)
    {
        PrefixReader reader = call.Name == "ipv4_lookup" ? PrefixReaders.Ip4 : PrefixReaders.Ip6;
        PlanColumn[] columns = [new("address", KqlType.String), new("prefix", KqlType.String)];
        return new RowsStage(
            [read(call.Input, source, call.Span), read(lookup, key, call.Span)],
            new PrefixMatch(call.Name, reader), columns, call.Span);
    }

    private static JoinKey Key(PlanColumn left, PlanColumn right, TextSpan span) =>
        new(new ColumnRef(left, span), new ColumnRef(right, span));

    private static Relation Ip4(Relation input, PlanColumn column, TextSpan span) => Texts(
        input, column, span,
        text => [("address", "parse_ipv4", KqlType.Long, text), ("length", "ipv4_netmask_suffix", KqlType.Long, text)]);

    private static Relation Ip6(Relation input, PlanColumn column, TextSpan span) => Texts(
        input, column, span, text => [("address", "parse_ipv6", KqlType.String, text)]);

    private static Project Texts(
        Relation input, PlanColumn column, TextSpan span,
        Func<ColumnRef, IEnumerable<(string Name, string Function, KqlType Type, ColumnRef Text)>> values)
    {
        var text = new PlanColumn("text", KqlType.String);
        var distinct = new Distinct(
            new Project(input, [new Assignment(text, new ColumnRef(column, span))], span), span);
        var computed = values(new ColumnRef(text, span)).Select(v => new Assignment(
            new PlanColumn(v.Name, v.Type), new Call(v.Function, [v.Text], v.Type, span)));
        return new Project(distinct, [Lowering.Columns.Keep(text, span), .. computed], span);
    }
}
