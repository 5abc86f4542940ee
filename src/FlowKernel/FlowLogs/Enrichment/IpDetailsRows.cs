namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>How many rows of NTAIpDetails a public address gets.</summary>
public enum IpDetailsRows
{
    /// <summary>
    /// One, widened with every import: TimeGenerated is the last interval in which the address was seen, and
    /// FlowIntervalStartTime to FlowIntervalEndTime span all of them. A plain join on the address then counts every
    /// flow once. The default.
    /// </summary>
    PerAddress,

    /// <summary>
    /// One for each interval, as Traffic Analytics in Azure writes them. A join on the address alone multiplies flows;
    /// <c>summarize arg_max(TimeGenerated, *) by Ip</c> before it does not.
    /// </summary>
    PerInterval,
}
