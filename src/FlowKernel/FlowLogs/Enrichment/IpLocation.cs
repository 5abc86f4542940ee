namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>Where a public address is and who holds it. Empty where not known.</summary>
/// <param name="Country">The country, ISO 3166 alpha-2.</param>
/// <param name="Organisation">The holder, as in <c>Packet Host Inc.</c></param>
public sealed record IpLocation(string Country = "", string Organisation = "");
