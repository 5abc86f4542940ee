using System.Globalization;

namespace FlowKernel.Notebook;

/// <summary>Reads amounts of memory as people set them.</summary>
public static class MemorySize
{
    private static readonly (string Suffix, int Shift)[] Units = [("K", 10), ("M", 20), ("G", 30), ("T", 40)];

    /// <summary>
    /// Bytes: of <c>8G</c> or <c>8GiB</c>, <c>1500M</c>, <c>50%</c> of <paramref name="available"/> bytes, or plain bytes;
    /// null for anything else.
    /// </summary>
    public static long? Parse(string text, long available)
    {
        if (text.EndsWith('%'))
            return Number(text[..^1]) is { } percent and > 0 and <= 100 ? (long)(available * percent / 100) : null;
        var size = text.EndsWith("iB", StringComparison.OrdinalIgnoreCase) ? text[..^2] : text;
        var unit = Units.FirstOrDefault(u => size.EndsWith(u.Suffix, StringComparison.OrdinalIgnoreCase));
        if (unit.Suffix is null)
            return Number(text) is { } bytes and > 0 and < 1e18 ? (long)bytes : null;
        return Number(size[..^1]) is { } number and > 0 and < 1e9 && number * Math.Pow(2, unit.Shift) is < 1e18 and var all
            ? (long)all
            : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : null;
}
