using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Store;
using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Enrichment;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.Cli.Importing;

/// <summary>The files that the user names for enrichment, read into import options.</summary>
internal sealed record ImportFilesGiven(
    IReadOnlyList<FileInfo> Topology, FileInfo? ServiceTagFile, FileInfo? IpDb, FileInfo? ThreatFile)
{
    /// <summary>The options; diagnostics for files that are missing or damaged.</summary>
    public async Task<Outcome<ImportOptions>> ReadAsync(CancellationToken cancellation)
    {
        var problems = new List<Diagnostic>();
        var topology = new List<TopologyFile>();
        foreach (var file in Topology)
        {
            if (Take(await TopologyFileJson.ReadFileAsync(file.FullName, cancellation), problems) is { } read)
                topology.Add(read);
        }

        var tags = ServiceTagFile is null
            ? PrefixTable<ServiceTag>.Empty
            : Take(await ServiceTags.ReadFileAsync(ServiceTagFile.FullName, cancellation), problems);
        var threats = ThreatFile is null
            ? PrefixTable<Threat>.Empty
            : Take(await ThreatList.ReadFileAsync(ThreatFile.FullName, cancellation), problems);
        var locator = IpDb is null ? null : Take(GeoIpDatabase.Open(IpDb), problems);
        if (problems.Count > 0)
            return new(problems);
        return new ImportOptions
        {
            Topology = topology,
            Enrichment = new EnrichmentSources
            {
                ServiceTags = tags!,
                Threats = threats!,
                Locators = locator is null ? [] : [locator],
            },
        };
    }

    private static T? Take<T>(Outcome<T> outcome, List<Diagnostic> problems)
        where T : class
    {
        if (!outcome.Succeeded)
            problems.AddRange(outcome.Diagnostics);
        return outcome.Value;
    }
}
