using System.Globalization;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Jupyter.Memory;

/// <summary>How much memory a kernel may use for what cells hold.</summary>
public sealed record MemoryLimit(long Bytes)
{
    /// <summary>The environment variable that sets it.</summary>
    public const string Variable = "FLOWKERNEL_MEMORY_LIMIT";

    private const double DefaultShare = 0.6;
    private const long Least = 256L << 20;

    private static readonly (string Suffix, int Shift)[] Units = [("K", 10), ("M", 20), ("G", 30), ("T", 40)];

    /// <summary>
    /// A limit in bytes: <c>8G</c>, <c>1500M</c>, <c>50%</c> of <paramref name="available"/>, or plain bytes; without a
    /// text 60 %. Fails with FK0815 when it is none of these or less than 256 MiB.
    /// </summary>
    public static Outcome<MemoryLimit> Parse(string? text, long available)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Default(available);
        return BytesOf(text.Trim(), available) is { } bytes and >= Least ? new MemoryLimit(bytes) : Unusable(text);
    }

    /// <summary>60 % of <paramref name="available"/>, in bytes.</summary>
    public static MemoryLimit Default(long available) => new((long)(available * DefaultShare));

    private static long? BytesOf(string text, long available)
    {
        if (text.EndsWith('%'))
            return Number(text[..^1]) is { } percent and > 0 and <= 100 ? (long)(available * percent / 100) : null;
        var unit = Units.FirstOrDefault(u => text.EndsWith(u.Suffix, StringComparison.OrdinalIgnoreCase));
        return Number(unit.Suffix is null ? text : text[..^1]) is { } number and > 0 and < 1e9
            ? (long)(number * (1L << unit.Shift))
            : Number(text) is { } bytes and > 0 and < 1e18 ? (long)bytes : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : null;

    private static Diagnostic Unusable(string text) => new(
        "FK0815",
        $"The memory limit '{text}' is not one.",
        new TextSpan(0, 0),
        $"Set {Variable} to a size of at least 256M, such as 8G, or to a share of the machine's memory, such as 50%.");
}
