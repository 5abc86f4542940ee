using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Arrow;

/// <summary>
/// Instants and durations. KQL counts ticks of 100 ns, which Arrow has no unit for: microseconds where they hold all
/// values, as those of flow logs do, else nanoseconds, which reach from 1677 to 2262.
/// </summary>
internal static class TimeColumn
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;
    private const long NanosecondsPerTick = TimeSpan.NanosecondsPerTick;

    /// <summary>Instants since 1970, in UTC; throws FK1140 where no unit holds all of them.</summary>
    public static ArrowColumn Instants(string name, ColumnVector<DateTime> vector)
    {
        var ticks = Ticks(vector, t => t.Ticks - DateTime.UnixEpoch.Ticks);
        var isFine = IsFine(name, ticks);
        var type = new TimestampType(isFine ? TimeUnit.Nanosecond : TimeUnit.Microsecond, "UTC");
        return new ArrowColumn(new Field(name, type, nullable: true), (start, length) =>
        {
            var validity = Validity.Of(vector, start, length);
            var values = Buffer(ticks, isFine, start, length);
            return new TimestampArray(type, values, validity.Bitmap, length, validity.NullCount, 0);
        });
    }

    /// <summary>Durations; throws FK1140 where no unit holds all of them.</summary>
    public static ArrowColumn Durations(string name, ColumnVector<TimeSpan> vector)
    {
        var ticks = Ticks(vector, t => t.Ticks);
        var isFine = IsFine(name, ticks);
        var type = isFine ? DurationType.Nanosecond : DurationType.Microsecond;
        return new ArrowColumn(new Field(name, type, nullable: true), (start, length) =>
        {
            var validity = Validity.Of(vector, start, length);
            var values = Buffer(ticks, isFine, start, length);
            return new DurationArray(type, values, validity.Bitmap, length, validity.NullCount, 0);
        });
    }

    // What stands where there is no value must not decide the unit.
    private static long[] Ticks<T>(ColumnVector<T> vector, Func<T, long> ticksOf)
    {
        var ticks = new long[vector.Count];
        for (var row = 0; row < ticks.Length; row++)
            ticks[row] = vector.IsNull(row) ? 0 : ticksOf(vector.Values[row]);
        return ticks;
    }

    private static bool IsFine(string name, long[] ticks)
    {
        if (System.Array.TrueForAll(ticks, t => t % TicksPerMicrosecond == 0))
            return false;
        const long Most = long.MaxValue / NanosecondsPerTick;
        return System.Array.TrueForAll(ticks, t => t is >= -Most and <= Most)
            ? true
            : throw new DiagnosticException(NoUnit(name));
    }

    private static ArrowBuffer Buffer(long[] ticks, bool isFine, int start, int length)
    {
        var values = new long[length];
        for (var i = 0; i < length; i++)
            values[i] = isFine ? ticks[start + i] * NanosecondsPerTick : ticks[start + i] / TicksPerMicrosecond;
        return new ArrowBuffer(MemoryMarshal.AsBytes<long>(values).ToArray());
    }

    private static Diagnostic NoUnit(string name) => new(
        "FK1140", $"The times of column '{name}' are both too fine for microseconds and too far for nanoseconds.",
        default, "Round them in the query, as bin(t, 1microsecond) does.");
}
