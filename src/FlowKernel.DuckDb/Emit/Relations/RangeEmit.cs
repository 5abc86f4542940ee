using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary>
/// <c>range</c>: from, from + step, … up to and including to. Values are counted, not summed up, so that a real step
/// gathers no error.
/// </summary>
internal static class RangeEmit
{
    private static readonly SelectBlock Outside = new(null, []);

    public static SelectBlock Emit(RangeRows range, EmitContext context) =>
        range.Column.Type == KqlType.Long ? Whole(range, context) : Counted(range, context);

    private static SelectBlock Whole(RangeRows range, EmitContext context)
    {
        var name = SqlText.Identifier(context.Names.Of(range.Column));
        var limits = new[] { range.From, range.To, range.Step }.Select(s => Value(s, KqlType.Long, context));
        return new SelectBlock(
            $"generate_series({string.Join(", ", limits)}) AS {context.Names.Alias()}({name})",
            [new SelectItem(range.Column, context.Names.Of(range.Column), name) { IsPlain = true }]);
    }

    private static SelectBlock Counted(RangeRows range, EmitContext context)
    {
        var index = SqlText.Identifier(context.Names.Fresh("i"));
        var from = Value(range.From, range.Column.Type, context);
        var step = Value(range.Step, StepType(range.Column.Type), context);
        var distance = Distance(from, Value(range.To, range.Column.Type, context), range.Column.Type);
        var count = $"CAST(COALESCE(floor(({distance}) / CAST({step} AS {Wide(range.Column.Type)})), -1) AS BIGINT)";
        var value = Step(from, step, index, range.Column.Type);
        var item = new SelectItem(range.Column, context.Names.Of(range.Column), value);
        return new SelectBlock($"generate_series(0, {count}) AS {context.Names.Alias()}({index})", [item]);
    }

    private static string Value(Scalar scalar, KqlType type, EmitContext context)
    {
        var sql = context.Emit(scalar, Outside);
        return scalar.Type == type ? sql : $"CAST({sql} AS {SqlTypes.Of(type)})";
    }

    private static KqlType StepType(KqlType type) => type == KqlType.DateTime ? KqlType.TimeSpan : type;

    private static string Wide(KqlType type) => type switch
    {
        KqlType.Real => "DOUBLE",
        _ => SqlTypes.Of(KqlType.Decimal),
    };

    private static string Distance(string from, string to, KqlType type) => type switch
    {
        KqlType.DateTime => $"(epoch_us({to}) - epoch_us({from})) * 10",
        _ => $"CAST({to} AS {Wide(type)}) - {from}",
    };

    private static string Step(string from, string step, string index, KqlType type) => type switch
    {
        KqlType.DateTime => $"make_timestamp(epoch_us({from}) + {index} * {step} // 10)",
        _ => $"CAST({from} + {index} * {step} AS {SqlTypes.Of(type)})",
    };
}
