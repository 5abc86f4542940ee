using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Store;
using FlowKernel.FlowLogs.Sample;

namespace FlowKernel.DuckDb.Sample;

/// <summary>Makes the sample as a store, through the same import that blobs take.</summary>
public static class SampleStore
{
    /// <summary>
    /// Writes the sample into a folder as a store whose now is <see cref="SampleClock.Now"/>. FK0221 and FK0222 where
    /// the options are out of range, and what an import may say of the folder.
    /// </summary>
    public static async Task<Outcome<ImportReport>> WriteAsync(
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
