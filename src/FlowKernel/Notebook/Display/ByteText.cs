using System.Globalization;

namespace FlowKernel.Notebook.Display;

/// <summary>Byte counts for reading, in SI units: 1 kB is 1,000 bytes, as network rates are counted.</summary>
public static class ByteText
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];

    /// <summary>A count with three significant digits and its unit, such as <c>1.07 GB</c>.</summary>
    public static string Of(double bytes)
    {
        if (!double.IsFinite(bytes))
            return bytes.ToString(CultureInfo.InvariantCulture);
        var unit = 0;
        for (; Math.Abs(Rounded(bytes)) >= 1000 && unit < Units.Length - 1; unit++)
            bytes /= 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{Rounded(bytes):0.##} {Units[unit]}");
    }

    private static double Rounded(double value) => Math.Abs(value) switch
    {
        >= 99.95 => Math.Round(value, MidpointRounding.AwayFromZero),
        >= 9.995 => Math.Round(value, 1, MidpointRounding.AwayFromZero),
        _ => Math.Round(value, 2, MidpointRounding.AwayFromZero),
    };
}
