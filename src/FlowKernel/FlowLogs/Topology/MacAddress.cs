namespace FlowKernel.FlowLogs.Topology;

/// <summary>The spellings of MAC addresses.</summary>
internal static class MacAddress
{
    /// <summary>Upper-case hexadecimal digits without separators, as flow logs print them.</summary>
    public static string Normalize(string mac) =>
        string.Concat(mac.Where(char.IsAsciiHexDigit)).ToUpperInvariant();
}
