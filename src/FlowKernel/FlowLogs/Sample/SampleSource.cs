using System.Globalization;
using System.Runtime.CompilerServices;
using FlowKernel.FlowLogs.Reading;

namespace FlowKernel.FlowLogs.Sample;

/// <summary>A day of the sample's traffic as a source that an import reads, without blobs in between.</summary>
public sealed class SampleSource : IFlowSource
{
    private readonly SampleOptions _options;
    private readonly DateTime _start;
    private readonly DateTime _end;

    private SampleSource(SampleOptions options, DateTime start, DateTime end) =>
        (_options, _start, _end) = (options, start, end);

    /// <inheritdoc/>
    public string Name => $"sample {_start.ToString("yyyy-MM-ddTHH", CultureInfo.InvariantCulture)}";

    /// <inheritdoc/>
    public string Version => FormattableString.Invariant($"{_options.Days} {_options.Flows} {_options.Seed}");

    /// <inheritdoc/>
    public long Bytes => (long)(_end - _start).TotalHours;

    /// <inheritdoc/>
    public string Hour => _start.ToString("yyyy-MM-ddTHH", CultureInfo.InvariantCulture);

    /// <summary>All days of the sample, in order; they can be read side by side.</summary>
    public static IReadOnlyList<SampleSource> Of(SampleOptions options)
    {
        var sources = new List<SampleSource>();
        for (var start = options.Start; start < options.End; start = start.Date.AddDays(1))
            sources.Add(new(options, start, Earlier(start.Date.AddDays(1), options.End)));
        return sources;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FlowRecord> ReadAsync(
        FlowLogFindings findings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var blob in SampleTraffic.Generate(_options, _start, _end))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var record in blob.Records)
                yield return record;
        }

        await Task.CompletedTask;
    }

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;
}
