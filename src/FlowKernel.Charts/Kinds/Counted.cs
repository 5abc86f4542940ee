using System.Globalization;

namespace FlowKernel.Charts.Kinds;

/// <summary>Numbers of things in sentences.</summary>
internal static class Counted
{
    /// <summary>A count and its noun, such as <c>1 row</c> or <c>1,200 rows</c>.</summary>
    public static string Of(int count, string noun) =>
        count == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}s");
}
