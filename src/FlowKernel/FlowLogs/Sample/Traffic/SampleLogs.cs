using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Sample.Estate;

namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>
/// The places where tuples are logged: one for each interface and rule, numbered so that those of an interface follow
/// one another; and the blobs that their tuples make.
/// </summary>
internal sealed class SampleLogs
{
    private static readonly TimeSpan RecordLength = TimeSpan.FromMinutes(10);
    private readonly List<(SampleHost Host, Verdict Verdict)> _places;
    private readonly Dictionary<(SampleHost, Verdict), int> _numbers;

    public SampleLogs(IEnumerable<Sighting> sightings)
    {
        _places =
        [
            .. sightings.Select(s => (s.Host, s.Verdict)).Distinct()
                .OrderBy(p => IpNumber.Parse(p.Host.Ip))
                .ThenBy(p => p.Verdict.Rule, StringComparer.Ordinal),
        ];
        _numbers = _places.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i);
    }

    public int Count => _places.Count;

    public int PlaceOf(Sighting sighting) => _numbers[(sighting.Host, sighting.Verdict)];

    /// <summary>The blobs of an hour, from the tuples of each place.</summary>
    public IEnumerable<SampleBlob> Blobs(DateTime hour, IReadOnlyList<List<FlowTuple>> tuples)
    {
        var byHost = _places.Select((p, i) => (p.Host, Place: i)).Take(tuples.Count).GroupBy(p => p.Host, p => p.Place);
        foreach (var host in byHost)
        {
            var records = Records(host.Key, hour, [.. host], tuples);
            if (records.Count > 0)
                yield return new SampleBlob(SampleBlobPaths.Of(host.Key, hour), hour, records);
        }
    }

    private List<FlowRecord> Records(
        SampleHost host, DateTime hour, int[] places, IReadOnlyList<List<FlowTuple>> tuples)
    {
        var records = new List<FlowRecord>();
        var next = new int[places.Length];
        for (var end = hour + RecordLength; end <= hour.AddHours(1); end += RecordLength)
        {
            var record = Empty(host, end);
            for (var i = 0; i < places.Length; i++)
                next[i] = Fill(record, _places[places[i]].Verdict, tuples[places[i]], next[i], end);
            if (record.TupleList.Count > 0)
                records.Add(record);
        }

        return records;
    }

    private static int Fill(FlowRecord record, Verdict verdict, List<FlowTuple> tuples, int next, DateTime end)
    {
        var first = record.TupleList.Count;
        var limit = (long)(end - DateTime.UnixEpoch).TotalMilliseconds;
        while (next < tuples.Count && tuples[next].TimestampMilliseconds < limit)
            record.TupleList.Add(tuples[next++]);
        if (record.TupleList.Count > first)
            record.GroupList.Add(new(verdict.AclId, verdict.Rule, first, record.TupleList.Count - first));
        return next;
    }

    private static FlowRecord Empty(SampleHost host, DateTime end) => new()
    {
        Time = end.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", System.Globalization.CultureInfo.InvariantCulture),
        MacAddress = host.Mac,
        FlowLogResourceId = SampleBlobPaths.FlowLogOf(host).ToUpperInvariant(),
        TargetResourceId = SampleIds.Network(host.Network),
    };
}
