using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Sample;

namespace FlowKernel.DuckDb.Store;

/// <summary>Makes a store of the built-in sample, by the same way as any import; its "now" is pinned.</summary>
public static class SampleStore
{
    /// <summary>Makes or refreshes the store in a folder; equal options give equal stores, and a second call does nothing.</summary>
    public static async Task<Outcome<ImportReport>> MakeAsync(
        string folder, SampleOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var checkedOptions = options.Check();
        if (!checkedOptions.Succeeded)
            return new(checkedOptions.Diagnostics);
        var version = FormattableString.Invariant($"{options.Days}-{options.Flows}-{options.Seed}");
        var sources = SampleTraffic.Generate(options).Select(b => new FlowRecords(b.Path, version, b.Records));
        var import = new ImportOptions
        {
            Topology = [SampleEstate.Topology],
            Enrichment = SampleEstate.Sources,
            Now = SampleClock.Now,
            Clock = SampleClock.Instance,
        };
        return await FlowImporter.ImportAsync(sources, folder, import, progress, cancellation);
    }
}
