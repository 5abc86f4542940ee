using System.Globalization;
using FlowKernel.Notebook.Display;

namespace FlowKernel.Charts.Spec;

/// <summary>Positions on axes as text for reading.</summary>
internal static class AxisText
{
    /// <summary>A value with its unit.</summary>
    public static string Of(double value, AxisUnit unit) => unit switch
    {
        _ when double.IsNaN(value) => "",
        AxisUnit.Bytes => ByteText.Of(value),
        AxisUnit.Duration => DurationText.Of(Span(value)),
        AxisUnit.Percent => value.ToString("0.#", CultureInfo.InvariantCulture) + "%",
        _ when Math.Abs(value) is >= 1000 and < 1e15 => value.ToString("#,0", CultureInfo.InvariantCulture),
        _ => ValueText.Readable(value, ValueUnit.None),
    };

    /// <summary>A position on an axis.</summary>
    public static string Of(double position, Axis axis) => axis.Scale switch
    {
        AxisScale.Category => axis.Categories[(int)position],
        AxisScale.Time => ValueText.Brief(Instant(position)),
        _ => Of(position, axis.Unit),
    };

    /// <summary>The instant of a position on a time axis.</summary>
    public static DateTime Instant(double milliseconds) =>
        DateTime.UnixEpoch.AddTicks((long)Math.Round(milliseconds * 1000) * (TimeSpan.TicksPerMillisecond / 1000));

    /// <summary>The position of an instant on a time axis.</summary>
    public static double Position(DateTime instant) =>
        (double)(instant.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    private static TimeSpan Span(double seconds) =>
        Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
}
