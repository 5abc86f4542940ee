using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>
/// <c>bag_unpack</c> (https://learn.microsoft.com/kusto/query/bag-unpack-plugin): the properties of a bag as columns,
/// after the input's other columns, by name. A property whose values are of several types makes a dynamic column.
/// </summary>
internal static class BagUnpackPlugin
{
    private sealed record Options(PlanColumn Bag, string Prefix, string Conflict, IReadOnlyList<string> Ignored);

    public static Relation Lower(PluginCall call)
    {
        if (call.Scalar(0) is not ColumnRef { Type: KqlType.Dynamic } bag)
            return call.Refuse("its argument is not a dynamic column");
        var ignored = (call.Constant(3, "ignoredProperties") as DynamicValue)?.As<string[]>() ?? [];
        var options = new Options(
            bag.Column, call.Constant(1, "OutputColumnPrefix") as string ?? "",
            call.Constant(2, "columnsConflict") as string ?? "error", ignored);
        if (call.HasSchema && call.Context.Run.Learnt(call.Span.End) is null)
            return Unpacked(call, options, null);
        return call.Learn(Properties(call.Input, options, call.Span), t => Columns(call, options, t), out var standIn)
            is { } answer
            ? Unpacked(call, options, Names(options, answer.Rows))
            : standIn;
    }

    /// <summary>The names of all properties, with the types of their values.</summary>
    private static Distinct Properties(Relation input, Options options, TextSpan span)
    {
        var pair = new PlanColumn("pair", KqlType.Dynamic);
        var expanded = new Expand(
            new Filter(input, IsBag(options.Bag, span), span),
            [new Expansion(pair, new ColumnRef(options.Bag, span))], null, true, null, [pair], span);
        var type = new Call("gettype", [Item(pair, 1, span)], KqlType.String, span);
        return new Distinct(
            new Project(
                expanded,
                [
                    new Assignment(
                        new PlanColumn("name", KqlType.String), Conversion.To(KqlType.String, Item(pair, 0, span))),
                    new Assignment(new PlanColumn("type", KqlType.String), type),
                ],
                span),
            span);
    }

    private static Call IsBag(PlanColumn bag, TextSpan span) => new(
        "==",
        [
            new Call("gettype", [new ColumnRef(bag, span)], KqlType.String, span),
            new Literal("dictionary", KqlType.String, span),
        ],
        KqlType.Bool,
        span);

    private static Call Item(PlanColumn pair, long index, TextSpan span) =>
        new("[]", [new ColumnRef(pair, span), new Literal(index, KqlType.Long, span)], KqlType.Dynamic, span);

    private static IReadOnlySet<string> Names(Options options, KqlTable found) => Rows(found)
        .Select(r => r.Name).Where(n => !options.Ignored.Contains(n)).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Type)> Rows(KqlTable found) =>
        Enumerable.Range(0, found.RowCount).Select(i => ((string)found[i, 0]!, (string)found[i, 1]!));

    private static Outcome<IReadOnlyList<KqlColumn>> Columns(PluginCall call, Options options, KqlTable found)
    {
        var unpacked = Rows(found).Where(r => !options.Ignored.Contains(r.Name))
            .GroupBy(r => options.Prefix + r.Name, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new KqlColumn(g.Key, TypeOf([.. g.Select(r => r.Type)])))
            .ToList();
        var source = call.Input.Columns.Where(c => c != options.Bag).Select(c => new KqlColumn(c.Name, c.Type)).ToList();
        var both = unpacked.Where(u => source.Exists(s => s.Name == u.Name)).ToList();
        if (both.Count > 0 && options.Conflict == "error")
        {
            return LoweringDiagnostics.PluginForm(
                call.Name, $"the input has a column '{both[0].Name}' already", call.Span,
                "Say columnsConflict='replace_source' or 'keep_source', or give a prefix.");
        }

        if (unpacked.Concat(source).FirstOrDefault(c => c.Name.Length == 0) is not null)
            return LoweringDiagnostics.PluginForm(call.Name, "a property has an empty name", call.Span);
        var columns = source.Select(s => both.Find(b => b.Name == s.Name && options.Conflict == "replace_source") ?? s)
            .Concat(unpacked.Except(both)).ToList();
        return columns.Count == 0
            ? LoweringDiagnostics.PluginForm(call.Name, "no bag has a property", call.Span, "Filter for other rows.")
            : columns;
    }

    private static KqlType TypeOf(IReadOnlyList<string> types)
    {
        var known = types.Where(t => t != "null").Distinct().ToList();
        if (known.Count != 1)
            return KqlType.Dynamic;
        return known[0] switch
        {
            "int" or "long" => KqlType.Long,
            var name => KqlTypes.TryParse(name, out var type) ? type : KqlType.Dynamic,
        };
    }

    private static Relation Unpacked(PluginCall call, Options options, IReadOnlySet<string>? found)
    {
        var assignments = new List<Assignment>();
        foreach (var bound in call.Bound)
        {
            var source = call.Input.Columns.FirstOrDefault(c => c.Name == bound.Name && c != options.Bag);
            var name = bound.Name.StartsWith(options.Prefix, StringComparison.Ordinal)
                ? bound.Name[options.Prefix.Length..]
                : null;
            var fromBag = name is not null && (found?.Contains(name) ?? source is null || options.Conflict != "keep_source");
            if (source is not null && (!fromBag || options.Conflict != "replace_source"))
            {
                assignments.Add(Lowering.Columns.Keep(source, call.Span));
                continue;
            }

            var key = new Literal(name ?? bound.Name, KqlType.String, call.Span);
            var value = new Call("[]", [new ColumnRef(options.Bag, call.Span), key], KqlType.Dynamic, call.Span);
            assignments.Add(new Assignment(call.Column(bound), Conversion.To(bound.Type ?? KqlType.Dynamic, value)));
        }

        return new Project(call.Input, assignments, call.Span);
    }
}
