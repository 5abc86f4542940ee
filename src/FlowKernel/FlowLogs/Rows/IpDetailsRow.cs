namespace FlowKernel.FlowLogs.Rows;

/// <summary>A row of NTAIpDetails: what is known of one public address. Texts are never null.</summary>
public sealed record IpDetailsRow
{
    /// <summary>The time that queries and day folders go by; see <see cref="Enrichment.FlowEnricher"/>.</summary>
    public required DateTime TimeGenerated { get; init; }

    /// <summary>Start of processing interval.</summary>
    public DateTime FlowIntervalStartTime { get; init; }

    /// <summary>End of processing interval.</summary>
    public DateTime FlowIntervalEndTime { get; init; }

    /// <summary>The public IP described.</summary>
    public required string Ip { get; init; }

    /// <summary>Ip as a number, null for IPv6.</summary>
    public uint? Ip4 { get; init; }

    /// <summary>Category, such as IntraVNet or ExternalPublic.</summary>
    public string FlowType { get; init; } = "";

    /// <summary>Owning service or organisation.</summary>
    public string PublicIpDetails { get; init; } = "";

    /// <summary>AzurePublic: region, or Global for 168.63.129.16; else ISO country code.</summary>
    public string Location { get; init; } = "";

    /// <summary>Malicious only, see values.</summary>
    public string ThreatType { get; init; } = "";

    /// <summary>Malicious only.</summary>
    public string ThreatDescription { get; init; } = "";

    /// <summary>Malicious IPs only: domain.</summary>
    public string DnsDomain { get; init; } = "";

    /// <summary>Malicious only.</summary>
    public string Url { get; init; } = "";

    /// <summary>Malicious only.</summary>
    public int? Port { get; init; }
}
