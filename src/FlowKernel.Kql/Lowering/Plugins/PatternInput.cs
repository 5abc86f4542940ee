using System.Globalization;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>
/// What <c>basket</c>, <c>autocluster</c> and <c>diffpatterns</c> have in common. Equal rows are counted before the
/// patterns are searched, in a fixed order, so that the numbers of the patterns are the same on every run.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="own">How many columns of its own the result has before those of the input.</param>
internal sealed class PatternInput(PluginCall call, int own)
{
    /// <summary>Columns that say something of a row but are no part of patterns: a weight, what splits the rows.</summary>
    public List<PlanColumn> Apart { get; } = [];

    /// <summary>The columns of the patterns.</summary>
    public IEnumerable<PlanColumn> Dimensions => call.Input.Columns.Where(c => !Apart.Contains(c));

    /// <summary>The columns of the result.</summary>
    public IReadOnlyList<PlanColumn> Columns =>
        [.. call.Bound.Take(own).Select(call.Column), .. Dimensions.Select(d => new PlanColumn(d.Name, d.Type))];

    /// <summary>The columns of the result, as a table has them.</summary>
    public IReadOnlyList<KqlColumn> Shown => [.. Columns.Select(c => new KqlColumn(c.Name, c.Type))];

    /// <summary>How often a row counts: a column, or once where the argument is a tilde or not given.</summary>
    public Scalar? Weight(int index)
    {
        if (call.Argument(index) is null || IsTilde(index))
            return null;
        var weight = call.Scalar(index)!;
        if (weight is ColumnRef { Column: var column })
            SetApart(column);
        return weight;
    }

    /// <summary>Keeps a column out of the patterns and the result.</summary>
    public void SetApart(PlanColumn column)
    {
        Apart.Add(column);
        call.Context.Run.Drop(column.Name);
    }

    /// <summary>The number of an argument; null where it is a tilde or not given.</summary>
    public double? Number(int index) =>
        IsTilde(index) ? null : (call.Constant(index) as IConvertible)?.ToDouble(CultureInfo.InvariantCulture);

    /// <summary>What keeps the plug-in from running over these columns, with a way out; null when nothing does.</summary>
    public (string Why, string Hint)? Refusal() =>
        Dimensions.FirstOrDefault(c => c.Type == KqlType.Dynamic) is { } bag
            ? ($"'{bag.Name}' is dynamic", "Leave it out with project-away, or make it a text.")
        : !Dimensions.Any()
            ? ("no column is left for its patterns", "Keep one with project.")
        : Columns.DistinctBy(c => c.Name).Count() < Columns.Count
            ? ("a column has the name of one of its own", "Rename it with project-rename.")
        : null;

    /// <summary>The distinct rows, with how often each counts in each set; a set is what its condition holds for.</summary>
    public Relation Counted(Relation input, Scalar? weight, params IReadOnlyList<Scalar?> sets)
    {
        var span = call.Span;
        var keys = Dimensions.Select(c => new Assignment(new PlanColumn(c.Name, c.Type), new ColumnRef(c, span))).ToList();
        var counts = sets.Select((set, i) => new Assignment(
            new PlanColumn($"$count{i}", weight?.Type == KqlType.Real ? KqlType.Real : KqlType.Long), Count(weight, set)));
        var counted = new Aggregate(input, keys, [.. counts], span);
        return new Sort(
            counted, [.. keys.Select(k => new Plan.SortKey(new ColumnRef(k.Column, span), false, true))], span);
    }

    /// <summary>
    /// For each column, the literal of its type among the arguments from an index on; the empty text or null where there
    /// is none.
    /// </summary>
    public IReadOnlyList<object?> Wildcards(int from)
    {
        var given = call.Arguments.Skip(from).Select(call.Context.Scalar).OfType<Literal>().Where(w => w.Value is not "~");
        return
        [
            .. Dimensions.Select(d => given.FirstOrDefault(w => w.Type == d.Type) is { } wildcard
                ? wildcard.Value
                : d.Type == KqlType.String ? "" : null),
        ];
    }

    private AggregateCall Count(Scalar? weight, Scalar? set)
    {
        var type = weight?.Type == KqlType.Real ? KqlType.Real : KqlType.Long;
        return (weight, set) switch
        {
            (null, null) => new AggregateCall("count", [], type, call.Span),
            (null, { } condition) => new AggregateCall("countif", [condition], type, call.Span),
            ({ } weighted, null) => new AggregateCall("sum", [weighted], type, call.Span),
            ({ } weighted, { } condition) => new AggregateCall("sumif", [weighted, condition], type, call.Span),
        };
    }

    private bool IsTilde(int index) => call.Constant(index) is "~";
}
