using System.Collections.Frozen;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// Computes what does not depend on rows: <c>ago(30d)</c> becomes an instant, with which files and row groups can be
/// told apart before they are read. Only what .NET computes exactly as the engine does is folded.
/// </summary>
internal sealed class ConstantFolding : IPlanRule
{
    /// <summary>By function: the constant for constant arguments, or null where it must be left to the engine.</summary>
    private static readonly FrozenDictionary<string, Func<object?[], DateTime, object?>> Constants =
        new Dictionary<string, Func<object?[], DateTime, object?>>
        {
            ["now"] = (a, now) => a switch { [] => now, [TimeSpan s] => Moved(now, s, 1), _ => null },
            ["ago"] = (a, now) => a is [TimeSpan span] ? Moved(now, span, -1) : null,
            ["+"] = (a, _) => a switch
            {
                [DateTime t, TimeSpan s] => Moved(t, s, 1),
                [TimeSpan s, DateTime t] => Moved(t, s, 1),
                [long x, long y] => Narrow((Int128)x + y),
                _ => null,
            },
            ["-"] = (a, _) => a switch
            {
                [DateTime t, TimeSpan s] => Moved(t, s, -1),
                [long x, long y] => Narrow((Int128)x - y),
                _ => null,
            },
            ["*"] = (a, _) => a is [long x, long y] ? Narrow((Int128)x * y) : null,
            ["strcat"] = (a, _) => a.All(v => v is string) ? string.Concat(a) : null,
            ["tostring"] = (a, _) => a is [string text] ? text : null,
            ["not"] = (a, _) => a is [bool flag] ? !flag : null,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "constant folding";

    /// <inheritdoc/>
    public Relation Apply(Relation plan, RuleContext context) =>
        new PlanRewriter(r => r, s => s is Call call ? Fold(call, context.Now) : s).Rewrite(plan);

    private static Scalar Fold(Call call, DateTime now)
    {
        if (call is { Function: "tostring", Arguments: [{ Type: KqlType.String } text] })
            return text;
        if (call is { Function: "and" or "or", Arguments: [var left, var right] })
            return FoldLogic(call, left, right);
        if (call is
            {
                Function: "between" or "!between",
                Arguments: [var value, Literal { Value: DateTime from } first, Literal { Value: TimeSpan length } last],
            } && Moved(from, length, 1) is { } end)
            return call with { Arguments = [value, first, new Literal(end, KqlType.DateTime, last.Span)] };
        if (!Constants.TryGetValue(call.Function, out var fold) || !call.Arguments.All(a => a is Literal))
            return call;
        var constant = fold([.. call.Arguments.Select(a => ((Literal)a).Value)], now);
        return constant?.GetType() == call.Type.ClrType() ? new Literal(constant, call.Type, call.Span) : call;
    }

    private static Scalar FoldLogic(Call call, Scalar left, Scalar right) => (call.Function, left, right) switch
    {
        ("and", Literal { Value: true }, { Type: KqlType.Bool }) => right,
        ("and", { Type: KqlType.Bool }, Literal { Value: true }) => left,
        ("or", Literal { Value: false }, { Type: KqlType.Bool }) => right,
        ("or", { Type: KqlType.Bool }, Literal { Value: false }) => left,
        _ => call,
    };

    // The engine keeps microseconds, and rounds finer steps in its own way.
    private static object? Moved(DateTime time, TimeSpan by, int sign)
    {
        var ticks = time.Ticks + ((Int128)sign * by.Ticks);
        return by.Ticks % TimeSpan.TicksPerMicrosecond == 0 && time.Ticks % TimeSpan.TicksPerMicrosecond == 0
            && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new DateTime((long)ticks, DateTimeKind.Utc)
            : null;
    }

    private static object? Narrow(Int128 value) =>
        value >= long.MinValue && value <= long.MaxValue ? (long)value : null;
}
