namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>How rows show the public peers of flows of types AzurePublic and ExternalPublic.</summary>
public enum PublicPeers
{
    /// <summary>
    /// A row for each peer: SrcIp and DestIp are both filled, and the packed column holds that one peer. Queries that
    /// compare addresses and queries that split the packed columns both find it. The default.
    /// </summary>
    Keep,

    /// <summary>
    /// As Traffic Analytics documents it: peers of one country or Azure region share a row, packed in SrcPublicIps or
    /// DestPublicIps, and the peer's own address column is empty. Fewer rows; which peer had which port is lost.
    /// </summary>
    Pack,
}
