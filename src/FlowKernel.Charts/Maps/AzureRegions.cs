namespace FlowKernel.Charts.Maps;

/// <summary>
/// The country of each Azure region (https://learn.microsoft.com/azure/reliability/regions-list), in which NTAIpDetails
/// says where addresses of Azure are.
/// </summary>
internal static class AzureRegions
{
    private static readonly (string Country, string Regions)[] Facts =
    [
        ("US", "eastus eastus2 eastus3 centralus northcentralus southcentralus westcentralus westus westus2 westus3 centraluseuap "
            + "eastus2euap usgovvirginia usgovtexas usgovarizona usdodcentral usdodeast"),
        ("CA", "canadacentral canadaeast"),
        ("BR", "brazilsouth brazilsoutheast"),
        ("MX", "mexicocentral"),
        ("CL", "chilecentral"),
        ("IE", "northeurope"),
        ("NL", "westeurope"),
        ("GB", "uksouth ukwest"),
        ("FR", "francecentral francesouth"),
        ("DE", "germanywestcentral germanynorth"),
        ("CH", "switzerlandnorth switzerlandwest"),
        ("NO", "norwayeast norwaywest"),
        ("SE", "swedencentral swedensouth"),
        ("DK", "denmarkeast"),
        ("PL", "polandcentral"),
        ("IT", "italynorth"),
        ("ES", "spaincentral"),
        ("AT", "austriaeast"),
        ("BE", "belgiumcentral"),
        ("IL", "israelcentral"),
        ("AE", "uaenorth uaecentral"),
        ("QA", "qatarcentral"),
        ("ZA", "southafricanorth southafricawest"),
        ("HK", "eastasia"),
        ("SG", "southeastasia"),
        ("JP", "japaneast japanwest"),
        ("KR", "koreacentral koreasouth"),
        ("IN", "centralindia southindia westindia jioindiawest jioindiacentral"),
        ("MY", "malaysiawest"),
        ("ID", "indonesiacentral"),
        ("TW", "taiwannorth"),
        ("AU", "australiaeast australiasoutheast australiacentral australiacentral2"),
        ("NZ", "newzealandnorth"),
        ("CN", "chinaeast chinaeast2 chinaeast3 chinanorth chinanorth2 chinanorth3"),
    ];

    private static readonly Dictionary<string, string> ByRegion = Facts
        .SelectMany(f => f.Regions.Split(' ').Select(r => (Region: r, f.Country)))
        .ToDictionary(f => f.Region, f => f.Country, StringComparer.OrdinalIgnoreCase);

    /// <summary>The two letters of a region's country, by its name in either form (eastus2, East US 2); or null.</summary>
    public static string? CountryOf(string text) =>
        ByRegion.GetValueOrDefault(text.Replace(" ", "", StringComparison.Ordinal));
}
