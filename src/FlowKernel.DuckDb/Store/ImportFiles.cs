using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Enrichment;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.DuckDb.Store;

/// <summary>The files beside the flow logs that a user names for an import.</summary>
/// <param name="Topology">Topology files.</param>
/// <param name="ServiceTags">Azure's service tags file, or null.</param>
/// <param name="Threats">A threat list, or null.</param>
public sealed record ImportFiles(IReadOnlyList<string> Topology, string? ServiceTags = null, string? Threats = null)
{
    /// <summary>Reads them into options; what is wrong with any of them comes back, FK0601 to FK0607.</summary>
    public async Task<Outcome<ImportOptions>> ReadAsync(CancellationToken cancellation)
    {
        var mistakes = new List<Diagnostic>();
        var topology = new List<TopologyFile>();
        foreach (var path in Topology)
        {
            if (Take(await TopologyFileJson.ReadFileAsync(path, cancellation), mistakes) is { } file)
                topology.Add(file);
        }

        var tags = ServiceTags is null ? PrefixTable<ServiceTag>.Empty
            : Take(await FlowLogs.Enrichment.ServiceTags.ReadFileAsync(ServiceTags, cancellation), mistakes);
        var threats = Threats is null ? PrefixTable<Threat>.Empty
            : Take(await ThreatList.ReadFileAsync(Threats, cancellation), mistakes);
        if (mistakes.Count > 0)
            return new(mistakes);
        return new ImportOptions
        {
            Topology = topology,
            Enrichment = new() { ServiceTags = tags!, Threats = threats! },
        };
    }

    private static T? Take<T>(Outcome<T> outcome, List<Diagnostic> mistakes)
        where T : class
    {
        mistakes.AddRange(outcome.Diagnostics.Where(d => d.IsError));
        return outcome.Value;
    }
}
