using System.Runtime.CompilerServices;
using System.Threading.Channels;
using FlowKernel.FlowLogs.Enrichment;
using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.DuckDb.Store;

/// <summary>One import: readers in parallel, one writer behind a short queue.</summary>
internal sealed class ImportRun(
    StoreWriter writer, StoreSettings settings, ImportOptions options, NetworkMap map,
    IProgress<ImportProgress>? progress)
{
    private const int MostFindings = 1000;

    private readonly IpDetailsCollector _addresses = new(settings.IpDetails);
    private readonly FlowEnricher _enricher = new(
        options.Enrichment with { Map = map }, options.Clock.GetUtcNow().UtcDateTime);

    private readonly List<FlowLogFinding> _findings = [];
    private readonly HashSet<DateTime> _days = [];
    private ImportReport _report = new();
    private ImportProgress _progress;
    private int _unchanged;

    public async Task<ImportReport> ImportAsync(IEnumerable<IFlowSource> sources, CancellationToken cancellation)
    {
        var all = sources is IReadOnlyCollection<IFlowSource> collection ? Sorted(collection) : sources;
        await foreach (var read in ReadAllAsync(all.Where(IsChanged), cancellation))
            Take(read);
        cancellation.ThrowIfCancellationRequested();
        return Finish();
    }

    private List<IFlowSource> Sorted(IReadOnlyCollection<IFlowSource> sources)
    {
        var changed = sources.Where(s => !writer.Has(s.Name, s.Version)).ToList();
        _progress = new(0, changed.Count, 0, changed.Sum(s => s.Bytes), 0);
        return [.. sources.OrderBy(s => s.Hour, StringComparer.Ordinal).ThenBy(s => s.Name, StringComparer.Ordinal)];
    }

    private bool IsChanged(IFlowSource source)
    {
        var isChanged = !writer.Has(source.Name, source.Version);
        _unchanged += isChanged ? 0 : 1;
        return isChanged;
    }

    // A queue of tasks: they run side by side, and their results come in the order of the sources.
    private async IAsyncEnumerable<SourceRows> ReadAllAsync(
        IEnumerable<IFlowSource> sources, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var queue = Channel.CreateBounded<Task<SourceRows>>(Math.Max(1, options.Parallelism - 1));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var filling = Task.Run(() => FillAsync(sources, queue.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var read in queue.Reader.ReadAllAsync(cancellation))
                yield return await read;
        }
        finally
        {
            await stop.CancelAsync();
            await filling;
        }
    }

    private async Task FillAsync(
        IEnumerable<IFlowSource> sources, ChannelWriter<Task<SourceRows>> queue, CancellationToken cancellation)
    {
        try
        {
            foreach (var source in sources)
            {
                await queue.WriteAsync(
                    Task.Run(() => SourceRows.ReadAsync(source, settings, _enricher, cancellation), cancellation),
                    cancellation);
            }

            queue.Complete();
        }
        catch (Exception failure)
        {
            queue.TryComplete(failure);
        }
    }

    private void Take(SourceRows read)
    {
        if (read.IsFlowLog)
            writer.Add(read.Source.Name, read.Source.Version, read.Rows(settings.PublicPeers));
        foreach (var flow in read.Flows)
        {
            _addresses.Add(flow);
            _days.Add(flow.Row.TimeGenerated.Date);
        }

        _findings.AddRange(read.Findings.Kept.Take(MostFindings - _findings.Count));
        _report = _report with
        {
            Sources = _report.Sources + 1,
            Records = _report.Records + read.Records,
            Read = _report.Read + read.Totals,
            TuplesSetAside = _report.TuplesSetAside + read.Findings.TuplesSetAside,
            FindingCount = _report.FindingCount + read.Findings.Count,
        };
        _progress = _progress with
        {
            Sources = _progress.Sources + 1,
            Bytes = _progress.Bytes + read.Source.Bytes,
            Tuples = _progress.Tuples + read.Totals.Rows,
        };
        progress?.Report(_progress);
    }

    private ImportReport Finish()
    {
        if (_report.Sources == 0 && writer.Before is { } before && (options.Now ?? before.Now) == before.Now)
            return _report with { Unchanged = _unchanged, Store = before };
        var topology = _days.Order()
            .SelectMany(day => options.Topology.SelectMany(t => TopologyRows.Of(t, day))).ToList();
        var store = writer.Commit(settings, options.Now, _addresses.Drain(), topology, _report.Read);
        return _report with { Unchanged = _unchanged, Findings = _findings, Written = writer.Written, Store = store };
    }
}
