using System.Globalization;

namespace FlowKernel.Specs.Generated.Naive;

/// <summary>Values as text that tells them apart, so that rows can be compared and shown.</summary>
internal static class Cells
{
    /// <summary>A row.</summary>
    public static string Line(IEnumerable<object?> values) => string.Join(" | ", values.Select(Text));

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        double number => (number == 0 ? 0 : number).ToString("G12", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
