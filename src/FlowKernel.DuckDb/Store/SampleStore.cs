using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs.Sample;

namespace FlowKernel.DuckDb.Store;

/// <summary>Makes a store of the built-in sample, by the same way as any import; its "now" is pinned.</summary>
public static class SampleStore
{
    /// <summary>
    /// Makes or refreshes the store in a folder, with <see cref="SampleClock.Now"/> as its now; equal options give
    /// equal rows, and a second call does nothing. FK0221 and FK0222 where the options are out of range, and what an
    /// import may say of the folder.
    /// </summary>
    public static async Task<Outcome<ImportReport>> MakeAsync(
        string folder, SampleOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var checkedOptions = options.Check();
        if (!checkedOptions.Succeeded)
            return new(checkedOptions.Diagnostics);
        var import = new ImportOptions
        {
            Topology = [SampleEstate.Topology],
            Enrichment = SampleEstate.Sources,
            Now = SampleClock.Now,
            Clock = SampleClock.Instance,
        };
        return await FlowImporter.ImportAsync(SampleSource.Of(options), folder, import, progress, cancellation);
    }
}
