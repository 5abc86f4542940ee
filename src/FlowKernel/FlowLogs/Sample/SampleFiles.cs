using System.Text.Json;
using FlowKernel.FlowLogs.Enrichment;
using FlowKernel.FlowLogs.Sample.Estate;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Sample;

/// <summary>The files beside the sample's blobs that an import enriches them from.</summary>
public static class SampleFiles
{
    /// <summary>The estate's resources, for <c>--topology</c>.</summary>
    public const string Topology = "topology.json";

    /// <summary>Azure's service tags, for <c>--service-tags</c>.</summary>
    public const string ServiceTags = "service-tags.json";

    /// <summary>Malicious addresses, for <c>--threats</c>.</summary>
    public const string Threats = "threats.csv";

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes the three files into a folder, which is made where it is missing.</summary>
    public static async Task WriteAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await Write(Topology, TopologyFileJson.Write(SampleEstate.Topology));
        await Write(ServiceTags, ServiceTagsJson());
        await Write(Threats, string.Join('\n', SampleThreats.All.Select(ThreatLine)) + "\n");

        Task Write(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder, name), text, cancellation);
    }

    private static string ServiceTagsJson() => JsonSerializer.Serialize(
        new
        {
            ChangeNumber = 1,
            Cloud = "Public",
            Values = SampleServices.All.GroupBy(s => s.Tag, s => s.Prefix).Select(Value),
        },
        Indented);

    private static object Value(IGrouping<ServiceTag, string> tag) => new
    {
        tag.Key.Name,
        Id = tag.Key.Name,
        Properties = new { tag.Key.Region, SystemService = tag.Key.Service, AddressPrefixes = tag.ToArray() },
    };

    private static string ThreatLine((string Ip, Threat Threat) entry) =>
        string.Join(',', entry.Ip, entry.Threat.Type, entry.Threat.Description, entry.Threat.Domain, entry.Threat.Url) +
        (entry.Threat.Port is { } port ? FormattableString.Invariant($",{port}") : "");
}
