using FlowKernel.DuckDb.Functions;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary>
/// The axis of a make-series, counted in ticks of 100 ns for a datetime, and in its own unit for a number. Bins are
/// counted from the start: that of the query, or else the least bin of all rows.
/// </summary>
internal sealed class SeriesAxis(MakeSeries series, EmitContext context)
{
    private readonly string _start = context.Names.Fresh("start");
    private readonly string _end = context.Names.Fresh("end");
    private readonly KqlType _type = series.Axis.Value.Type;
    private string _value = "";

    /// <summary>The axis value of a row, as a count.</summary>
    public string Value => _value;

    /// <summary>The number of a row's bin.</summary>
    public string Bin => $"CAST({Steps($"{_value} - {Start}")} AS BIGINT)";

    /// <summary>Start and end, where every row brings them along.</summary>
    public IReadOnlyList<SelectItem> Limits => AreConstant
        ? []
        :
        [
            new(null, _start, Quoted(_start)) { IsPlain = true }, new(null, _end, Quoted(_end)) { IsPlain = true },
        ];

    /// <summary>The starts of constant axes are computed once, not for each row.</summary>
    private bool AreConstant =>
        series is { From: Literal { Value: not null }, To: Literal { Value: not null }, Step: Literal };

    private string Start => AreConstant ? Wide(Constant(series.From!)) : Quoted(_start);

    private string End => AreConstant ? Wide(Constant(series.To!)) : Quoted(_end);

    private string Step => Wide(Constant(series.Step));

    /// <summary>How many bins lie between start and end.</summary>
    private string Length => $"CAST(-{Steps($"{Start} - {End}")} AS BIGINT)";

    /// <summary>The input's rows with the axis value and the limits as columns.</summary>
    public SelectBlock Number(SelectBlock input)
    {
        var count = Count(context.Emit(series.Axis.Value, input));
        var value = new SelectItem(null, context.Names.Fresh("axis"), count);
        var wrapped = context.Wrap(input.WithItems([.. input.Items, value]));
        _value = value.QuotedName;
        if (AreConstant)
            return wrapped;
        var start = series.From is { } from ? Constant(from) : $"{Steps($"min({_value}) OVER ()")} * {Step}";
        var end = series.To is { } to
            ? Constant(to)
            : $"({Steps($"max({_value}) OVER () - {start}")} + 1) * {Step} + {start}";
        var limits = new[] { new SelectItem(null, _start, Wide(start)), new SelectItem(null, _end, Wide(end)) };
        return context.Wrap(wrapped.WithItems([.. wrapped.Items, .. limits]));
    }

    /// <summary>True for a bin between start and end.</summary>
    public string Inside(string bin) => $"{bin} >= 0 AND {bin} < {Length}";

    /// <summary>A JSON array with the value of an expression over each bin's number, <c>kql_i</c>.</summary>
    public string Array(string element) => $"to_json(list_transform(range({Length}), lambda kql_i: {element}))";

    /// <summary>The starts of all bins as a JSON array.</summary>
    public string Starts()
    {
        var start = $"{Start} + kql_i * {Step}";
        var value = _type == KqlType.DateTime
            ? $"kql_datetime_of_ticks(CAST({start} AS BIGINT))"
            : $"CAST({start} AS {SqlTypes.Of(_type)})";
        return Array(Conversion.Cast(value, _type, KqlType.Dynamic));
    }

    /// <summary>How many whole steps a count holds, rounded down.</summary>
    private string Steps(string count) =>
        _type == KqlType.Real ? $"floor(({count}) / {Step})" : $"(kql_bin({count}, {Step}) // {Step})";

    private string Constant(Scalar scalar)
    {
        var sql = context.Emit(scalar, new SelectBlock(null, []));
        return scalar.Type == KqlType.DateTime ? $"kql_ticks({sql})" : sql;
    }

    private string Count(string sql) => Wide(_type == KqlType.DateTime ? $"kql_ticks({sql})" : sql);

    /// <summary>Wide enough to divide without loss: ticks of datetimes lie far within 64 bits, and so do their sums.</summary>
    private string Wide(string sql) => _type switch
    {
        KqlType.Real => $"CAST({sql} AS DOUBLE)",
        KqlType.DateTime when AreConstant && IsShort(series.Step) => sql,
        _ => $"CAST({sql} AS HUGEINT)",
    };

    private static bool IsShort(Scalar step) => step is Literal { Value: TimeSpan { Days: >= 0 and < 1_000_000 } };

    private static string Quoted(string name) => SqlText.Identifier(name);
}
