using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>The arithmetic operators (https://learn.microsoft.com/kusto/query/numerical-operators).</summary>
internal static class Arithmetic
{
    private const string Page = "numerical-operators";

    private const string Finer = "instants keep microseconds, and the sum of these parts needs ticks";

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("+", c => Add(c, "+")) { Page = Page },
        new("-", Subtract) { Page = Page },
        new("*", Multiply) { Page = Page },
        new("/", Divide) { Page = Page },
        new("%", Modulo) { Page = Page },
        new("negate", Negate) { Page = Page },
    ];

    /// <summary>An instant moved by a length of time; null outside the years 1 to 9999.</summary>
    public static string Move(string instant, SqlArgument by, string sign) =>
        $"kql_datetime(epoch_us({instant}) {sign} {Microseconds(by, sign)})";

    private static Outcome<string> Add(Invocation call, string sign)
    {
        if (call.Type == KqlType.DateTime && IsConstant(call))
            return SqlLiteral.Of(Instants.Value(Scalar(call)), KqlType.DateTime);
        if (call.Type == KqlType.DateTime && call.Arguments.All(a => Precision.IsFiner(a.Scalar)))
            return call.Refuse(Finer);
        if (call.TypeOf(0) == KqlType.DateTime)
            return Move(call.Sql(0), AsTimeSpan(call[1]), sign);
        return call.TypeOf(1) == KqlType.DateTime ? Move(call.Sql(1), AsTimeSpan(call[0]), sign) : Simple(call, sign);
    }

    private static bool IsConstant(Invocation call) =>
        call.Arguments.All(a => a.Scalar is Literal { Value: TimeSpan } || Instants.Value(a.Scalar) is not null);

    private static Call Scalar(Invocation call) =>
        new(call.Name, [.. call.Arguments.Select(a => a.Scalar)], call.Type, call.Span);

    private static Outcome<string> Subtract(Invocation call) =>
        call.TypeOf(0) == KqlType.DateTime && call.TypeOf(1) == KqlType.DateTime
            ? $"((epoch_us({call.Sql(0)}) - epoch_us({call.Sql(1)})) * 10)"
            : Add(call, "-");

    private static Outcome<string> Multiply(Invocation call)
    {
        var type = Numbers(call, call.Type);
        if (type == KqlType.Decimal)
            return Decimals(call, "multiply");
        return type == KqlType.TimeSpan && (call.Any(KqlType.Real) || call.Any(KqlType.Decimal))
            ? $"kql_real_to_long({call.As(0, KqlType.Real)} * {call.As(1, KqlType.Real)})"
            : Simple(call, "*");
    }

    private static Outcome<string> Divide(Invocation call)
    {
        if (call.TypeOf(0) == KqlType.TimeSpan && call.TypeOf(1) == KqlType.TimeSpan)
            return $"(CAST({call.Sql(0)} AS DOUBLE) / CAST({call.Sql(1)} AS DOUBLE))";
        var type = Numbers(call, call.Type);
        if (type == KqlType.TimeSpan && call.TypeOf(1) == KqlType.Real)
            return $"kql_real_to_long(CAST({call.Sql(0)} AS DOUBLE) / {call.Sql(1)})";
        if (type == KqlType.Decimal)
            return Decimals(call, "divide");
        return Simple(call, type == KqlType.Real ? "/" : "//");
    }

    private static string Decimals(Invocation call, string operation)
    {
        var (a, b) = (call.As(0, KqlType.Decimal), call.As(1, KqlType.Decimal));
        var result = $"kql_decimal_{operation}(CAST({a} AS VARCHAR), CAST({b} AS VARCHAR))";
        return $"CAST({result} AS {SqlTypes.Of(KqlType.Decimal)})";
    }

    private static Outcome<string> Modulo(Invocation call)
    {
        var type = Numbers(call, call.Type);
        if (type == KqlType.Decimal)
            return call.Refuse("the remainder of decimals is not supported");
        return type == KqlType.Real
            ? $"kql_real_modulo({call.As(0, type)}, {call.As(1, type)})"
            : $"kql_modulo({call.As(0, KqlType.Long)}, {call.As(1, KqlType.Long)})";
    }

    private static Outcome<string> Simple(Invocation call, string sign)
    {
        var type = Numbers(call, call.Type);
        if (type == KqlType.Decimal)
            return Decimals(call, sign == "+" ? "add" : "subtract");
        return IsWrapped(call, type) && sign is ("+" or "-" or "*")
            ? $"kql_wrap(CAST({call.As(0, type)} AS HUGEINT) {sign} {call.As(1, type)})"
            : $"({call.As(0, type)} {sign} {call.As(1, type)})";
    }

    private static Outcome<string> Negate(Invocation call)
    {
        var type = Numbers(call, KqlType.Long);
        if (type == KqlType.Decimal)
            return $"CAST(kql_decimal_subtract('0', CAST({call.As(0, type)} AS VARCHAR)) AS {SqlTypes.Of(type)})";
        return IsWrapped(call, type)
            ? $"kql_wrap(-CAST({call.As(0, type)} AS HUGEINT))"
            : $"(-{call.As(0, type)})";
    }

    private static bool IsWrapped(Invocation call, KqlType type) =>
        call.Context.Wraps && type is (KqlType.Long or KqlType.TimeSpan);

    private static KqlType Numbers(Invocation call, KqlType otherwise) => call.Type switch
    {
        KqlType.Int => KqlType.Long,
        KqlType.Long or KqlType.Real or KqlType.Decimal or KqlType.TimeSpan => call.Type,
        _ => otherwise,
    };

    private static SqlArgument AsTimeSpan(SqlArgument argument) => argument.Type == KqlType.TimeSpan
        ? argument
        : new SqlArgument(
            Conversion.Convert(argument, KqlType.TimeSpan),
            new Call("totimespan", [argument.Scalar], KqlType.TimeSpan, argument.Scalar.Span));

    private static string Microseconds(SqlArgument by, string sign)
    {
        if (by.Scalar is Literal { Value: TimeSpan span })
            return SqlText.Number(sign == "-" ? -FloorTen(-span.Ticks) : FloorTen(span.Ticks));
        return sign == "-" ? $"kql_ceil_ten({by.Sql})" : $"kql_floor_ten({by.Sql})";
    }

    private static long FloorTen(long ticks) => (long)Math.Floor(ticks / 10m);
}
