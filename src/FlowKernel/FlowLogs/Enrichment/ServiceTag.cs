namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>An Azure service tag.</summary>
/// <param name="Name">The tag, such as <c>Storage.WestUS2</c>.</param>
/// <param name="Service">The service it stands for, such as <c>AzureStorage</c>, or empty.</param>
/// <param name="Region">The region, such as <c>westus2</c>, or empty for a global tag.</param>
public sealed record ServiceTag(string Name, string Service, string Region)
{
    /// <summary>True for AzureCloud and its regional tags, which hold all of Azure and name no service.</summary>
    public bool IsWholeCloud => Name == "AzureCloud" || Name.StartsWith("AzureCloud.", StringComparison.Ordinal);
}
