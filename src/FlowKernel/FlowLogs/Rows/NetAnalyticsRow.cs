namespace FlowKernel.FlowLogs.Rows;

/// <summary>
/// A row of NTANetAnalytics: the columns that an import fills, named and typed as in the table. Texts are never null.
/// </summary>
/// <remarks>https://learn.microsoft.com/azure/network-watcher/traffic-analytics-schema</remarks>
public sealed record NetAnalyticsRow
{
    /// <summary>The time that queries and day folders go by; see <see cref="Enrichment.FlowEnricher"/>.</summary>
    public required DateTime TimeGenerated { get; init; }

    /// <summary>When the import read the blob.</summary>
    public DateTime TimeProcessed { get; init; }

    /// <summary>Start of processing interval.</summary>
    public DateTime FlowIntervalStartTime { get; init; }

    /// <summary>End of processing interval.</summary>
    public DateTime FlowIntervalEndTime { get; init; }

    /// <summary>First occurrence inside the interval.</summary>
    public DateTime FlowStartTime { get; init; }

    /// <summary>Last occurrence inside the interval.</summary>
    public DateTime FlowEndTime { get; init; }

    /// <summary>Category, such as IntraVNet or ExternalPublic.</summary>
    public string FlowType { get; init; } = "";

    /// <summary>The initiator; blank where public peers are packed.</summary>
    public string SrcIp { get; init; } = "";

    /// <summary>The responder; blank where public peers are packed.</summary>
    public string DestIp { get; init; } = "";

    /// <summary>SrcIp as a number, null for IPv6 and for a blank.</summary>
    public uint? SrcIp4 { get; init; }

    /// <summary>DestIp as a number, null for IPv6 and for a blank.</summary>
    public uint? DestIp4 { get; init; }

    /// <summary>Pipe-separated source ports, the first 100 distinct ones.</summary>
    public string SrcPorts { get; init; } = "";

    /// <summary>Destination port.</summary>
    public int DestPort { get; init; }

    /// <summary>T, U, or the IANA keyword or number of another protocol.</summary>
    public string L4Protocol { get; init; } = "";

    /// <summary>Guess from destination port.</summary>
    public string L7Protocol { get; init; } = "";

    /// <summary>Relative to the capturing NIC: Inbound / Outbound.</summary>
    public string FlowDirection { get; init; } = "";

    /// <summary>Allowed / Denied.</summary>
    public string FlowStatus { get; init; } = "";

    /// <summary>Encryption status phrase, see values.</summary>
    public string FlowEncryption { get; init; } = "";

    /// <summary>What evaluated the traffic: NSG, or the AVNM network group / security admin config.</summary>
    public string AclGroup { get; init; } = "";

    /// <summary>Rule that allowed or denied (NSG rule or AVNM security admin rule).</summary>
    public string AclRule { get; init; } = "";

    /// <summary>MAC of capturing NIC.</summary>
    public string MacAddress { get; init; } = "";

    /// <summary>Flow log resource.</summary>
    public string FlowLogResourceId { get; init; } = "";

    /// <summary>Resource where the flow log is enabled: subscription/group/name.</summary>
    public string TargetResourceId { get; init; } = "";

    /// <summary>Type of that resource.</summary>
    public string TargetResourceType { get; init; } = "";

    /// <summary>Allowed flows that began inbound.</summary>
    public long AllowedInFlows { get; init; }

    /// <summary>Allowed flows that began outbound.</summary>
    public long AllowedOutFlows { get; init; }

    /// <summary>Denied inbound flows.</summary>
    public long DeniedInFlows { get; init; }

    /// <summary>Denied outbound flows.</summary>
    public long DeniedOutFlows { get; init; }

    /// <summary>Flows that ended.</summary>
    public long CompletedFlows { get; init; }

    /// <summary>Flow tuples folded into the row.</summary>
    public long RecordCount { get; init; }

    /// <summary>Packets initiator to responder.</summary>
    public long PacketsSrcToDest { get; init; }

    /// <summary>Packets responder to initiator.</summary>
    public long PacketsDestToSrc { get; init; }

    /// <summary>Bytes initiator to responder.</summary>
    public long BytesSrcToDest { get; init; }

    /// <summary>Bytes responder to initiator.</summary>
    public long BytesDestToSrc { get; init; }

    /// <summary>The public initiator, packed as <see cref="Enrichment.PackedPeer"/> says.</summary>
    public string SrcPublicIps { get; init; } = "";

    /// <summary>The public responder, packed as <see cref="Enrichment.PackedPeer"/> says.</summary>
    public string DestPublicIps { get; init; } = "";

    /// <summary>ISO-3166 alpha-2 of the external peer (ExternalPublic rows).</summary>
    public string Country { get; init; } = "";

    /// <summary>Region of the public Azure peer (AzurePublic rows).</summary>
    public string AzureRegion { get; init; } = "";

    /// <summary>Ip|ServiceTag of a public Azure source.</summary>
    public string SrcServiceTags { get; init; } = "";

    /// <summary>Ip|ServiceTag of a public Azure destination.</summary>
    public string DestServiceTags { get; init; } = "";

    /// <summary>Subscription id of source.</summary>
    public string SrcSubscription { get; init; } = "";

    /// <summary>Subscription id of destination.</summary>
    public string DestSubscription { get; init; } = "";

    /// <summary>Azure region of source.</summary>
    public string SrcRegion { get; init; } = "";

    /// <summary>Azure region of destination.</summary>
    public string DestRegion { get; init; } = "";

    /// <summary>Rg/vnet/subnet of source.</summary>
    public string SrcSubnet { get; init; } = "";

    /// <summary>Rg/vnet/subnet of destination.</summary>
    public string DestSubnet { get; init; } = "";

    /// <summary>Source NIC rg/nic.</summary>
    public string SrcNic { get; init; } = "";

    /// <summary>Destination NIC rg/nic.</summary>
    public string DestNic { get; init; } = "";

    /// <summary>Rg/vm of source.</summary>
    public string SrcVm { get; init; } = "";

    /// <summary>Rg/vm of destination.</summary>
    public string DestVm { get; init; } = "";

    /// <summary>Load balancer whose frontend or backend the source address is.</summary>
    public string SrcLoadBalancer { get; init; } = "";

    /// <summary>Load balancer whose frontend or backend the destination address is.</summary>
    public string DestLoadBalancer { get; init; } = "";

    /// <summary>App gateway of the source address.</summary>
    public string SrcApplicationGateway { get; init; } = "";

    /// <summary>App gateway of the destination address.</summary>
    public string DestApplicationGateway { get; init; } = "";

    /// <summary>Circuit on the source side.</summary>
    public string SrcExpressRouteCircuit { get; init; } = "";

    /// <summary>Circuit on the destination side.</summary>
    public string DestExpressRouteCircuit { get; init; } = "";

    /// <summary>AzurePrivatePeering / AzurePublicPeering / MicrosoftPeering.</summary>
    public string ExpressRouteCircuitPeeringType { get; init; } = "";

    /// <summary>Local network gateway on the source side.</summary>
    public string SrcLocalNetworkGateway { get; init; } = "";

    /// <summary>Local network gateway on the destination side.</summary>
    public string DestLocalNetworkGateway { get; init; } = "";

    /// <summary>VNetPeering, VpnGateway or ExpressRoute.</summary>
    public string ConnectionType { get; init; } = "";

    /// <summary>Connection name; P2S form is gateway_clientIP.</summary>
    public string ConnectionName { get; init; } = "";

    /// <summary>Private endpoint involved.</summary>
    public string PrivateEndpointResourceId { get; init; } = "";

    /// <summary>Private link service/PaaS resource.</summary>
    public string PrivateLinkResourceId { get; init; } = "";

    /// <summary>Its name.</summary>
    public string PrivateLinkResourceName { get; init; } = "";

    /// <summary>Captured at a UDR hop (NVA/firewall).</summary>
    public bool? IsFlowCapturedAtUdrHop { get; init; }
}
