using FlowKernel.Results;

namespace FlowKernel.Algorithms.Activity;

/// <summary>
/// A stretch of time, or of numbers, in steps from its start; values are counted in ticks, or as they are.
/// </summary>
/// <param name="Type">datetime, timespan, long or int.</param>
/// <param name="Start">The first value.</param>
/// <param name="End">The last value.</param>
/// <param name="Step">A step's width; more than 0.</param>
public sealed record Timeline(KqlType Type, long Start, long End, long Step)
{
    /// <summary>How many steps there are, the last one perhaps cut short.</summary>
    public int Steps => (int)Math.Min(int.MaxValue, ((End - Start) / Step) + 1);

    /// <summary>A timeline from constants; null where they are of other types, or the step is not more than 0.</summary>
    public static Timeline? Of(KqlType type, object? start, object? end, object? step) =>
        Count(start) is { } from && Count(end) is { } to && Count(step) is { } width and > 0 && to >= from
            ? new Timeline(type, from, to, width)
            : null;

    /// <summary>A value as a count; null for null and for types without one.</summary>
    public static long? Count(object? value) => value switch
    {
        DateTime time => time.Ticks,
        TimeSpan span => span.Ticks,
        long number => number,
        int number => number,
        _ => null,
    };

    /// <summary>The step that a count lies in; negative before the start.</summary>
    public long StepOf(long count) => Math.DivRem(count - Start, Step) is (var steps, < 0) ? steps - 1 : (count - Start) / Step;

    /// <summary>The value at which a step starts.</summary>
    public object ValueOf(long step) => Of(Start + (step * Step));

    /// <summary>A count as a value of the type.</summary>
    public object Of(long count) => Type switch
    {
        KqlType.DateTime => new DateTime(count, DateTimeKind.Utc),
        KqlType.TimeSpan => new TimeSpan(count),
        KqlType.Int => (int)count,
        _ => count,
    };
}
