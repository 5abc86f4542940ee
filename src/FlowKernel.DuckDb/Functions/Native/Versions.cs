namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Versions as numbers (https://learn.microsoft.com/kusto/query/parse-version-function).</summary>
internal static class Versions
{
    private const int Parts = 4;
    private const int LongestPart = 8;

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows = [NativeFunction.Json<string>("kql_parse_version", Number)];

    /// <summary>Eight digits for each of four parts, as text; null for what is no version.</summary>
    private static string? Number(string text)
    {
        var parts = text.Split('.');
        if (parts.Length > Parts || parts.Any(p => p.Length is 0 or > LongestPart || !p.All(char.IsAsciiDigit)))
            return null;
        var digits = string.Concat(parts.Concat(Enumerable.Repeat("0", Parts - parts.Length))
            .Select(p => p.PadLeft(LongestPart, '0'))).TrimStart('0');
        return digits.Length == 0 ? "0" : digits;
    }
}
