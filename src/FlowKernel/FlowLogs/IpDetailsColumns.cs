using FlowKernel.Results;
using FlowKernel.Schema;

namespace FlowKernel.FlowLogs;

/// <summary>The columns of NTAIpDetails, as Azure Monitor's table reference lists them.</summary>
/// <remarks>Source: https://learn.microsoft.com/azure/azure-monitor/reference/tables/ntaipdetails</remarks>
internal static class IpDetailsColumns
{
    public static readonly TableSchema Schema = new(
        "NTAIpDetails",
        [
            new("_BilledSize", KqlType.Real),
            new("DnsDomain", KqlType.String),
            new("FaSchemaVersion", KqlType.String),
            new("FlowIntervalEndTime", KqlType.DateTime),
            new("FlowIntervalStartTime", KqlType.DateTime),
            new("FlowType", KqlType.String),
            new("Ip", KqlType.String),
            new("_IsBillable", KqlType.String),
            new("Location", KqlType.String),
            new("Port", KqlType.Int),
            new("PublicIpDetails", KqlType.String),
            new("SourceSystem", KqlType.String),
            new("SubType", KqlType.String),
            new("TenantId", KqlType.String),
            new("ThreatDescription", KqlType.String),
            new("ThreatType", KqlType.String),
            new("TimeGenerated", KqlType.DateTime),
            new("Type", KqlType.String),
            new("Url", KqlType.String),
        ],
        "Public IP addresses seen in flows: owner, location, threats.");
}
