namespace FlowKernel.FlowLogs.Topology;

/// <summary>Who holds a public address. Texts are never null.</summary>
/// <param name="Details">The owning Azure service, or the organisation.</param>
/// <param name="Location">The Azure region or <c>Global</c>, or the country as ISO 3166 alpha-2.</param>
/// <param name="ServiceTag">The service tag, such as <c>Storage.WestUS2</c>, or empty.</param>
/// <param name="Threat">What the threat list says of it, or null.</param>
public sealed record PublicOwner(string Details, string Location, string ServiceTag = "", Threat? Threat = null);
