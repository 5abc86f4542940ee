using FlowKernel.FlowLogs.Sample.Traffic;

namespace FlowKernel.FlowLogs.Sample;

/// <summary>The sample's traffic: what the interfaces of <see cref="SampleEstate"/> log, hour by hour.</summary>
public sealed class SampleTraffic
{
    private static readonly Conversation[] Conversations =
    [
        .. WebConversations.All, .. InsideConversations.All, .. SiteConversations.All, .. PublicConversations.All,
    ];

    private static readonly (Conversation Conversation, Sighting[] Sightings)[] Traces =
        [.. Conversations.Select(c => (c, Trace.Of(c).ToArray()))];

    private static readonly (Incident Incident, Sighting[] Sightings)[] Incidents =
        [.. Incident.All.Select(i => (i, Trace.Of(i.Flow).ToArray()))];

    private static readonly SampleLogs Logs =
        new(Traces.SelectMany(t => t.Sightings).Concat(Incidents.SelectMany(i => i.Sightings)));

    private readonly SampleOptions _options;
    private readonly double _scale;
    private readonly HourBuffers _hours = new(Logs.Count);

    private SampleTraffic(SampleOptions options)
    {
        _options = options;
        _scale = options.Flows is { } flows ? flows / ExpectedFlows(options) : 1;
    }

    /// <summary>
    /// The blobs of all interfaces, hour by hour, lazily: one hour is in memory at a time. Flows that are under way
    /// when the last hour ends have no end tuple.
    /// </summary>
    public static IEnumerable<SampleBlob> Generate(SampleOptions options) =>
        Generate(options, options.Start, options.End);

    /// <summary>
    /// The same blobs, of the hours from <paramref name="start"/> up to, not including, <paramref name="end"/>. It
    /// begins with the hours before, whose flows may reach into these.
    /// </summary>
    public static IEnumerable<SampleBlob> Generate(SampleOptions options, DateTime start, DateTime end) =>
        new SampleTraffic(options).Generate(start, end);

    private static double ExpectedFlows(SampleOptions options) =>
        Hours(options.Start, options.End).Sum(hour => Conversations.Sum(c => c.PerHour * c.Rhythm.At(hour)));

    private static IEnumerable<DateTime> Hours(DateTime start, DateTime end)
    {
        for (var hour = start; hour < end; hour = hour.AddHours(1))
            yield return hour;
    }

    private static double LongestHours() =>
        Conversations.Select(c => c.Seconds * SampleRandom.MostSkewed)
            .Concat(Incident.All.Select(i => i.Flow.Seconds))
            .Max() / 3600;

    private IEnumerable<SampleBlob> Generate(DateTime start, DateTime end)
    {
        var first = start.AddHours(-Math.Ceiling(LongestHours()));
        foreach (var hour in Hours(first < _options.Start ? _options.Start : first, end))
        {
            for (var i = 0; i < Traces.Length; i++)
                Converse(hour, i);
            foreach (var (incident, sightings) in Incidents)
                Happen(hour, incident, sightings);
            var tuples = _hours.Take(hour);
            foreach (var blob in hour < start ? [] : Logs.Blobs(hour, tuples))
                yield return blob;
        }
    }

    // Chances are drawn anew for each hour and conversation, so that more days do not change the other days.
    private void Converse(DateTime hour, int index)
    {
        var (conversation, sightings) = Traces[index];
        var random = new SampleRandom(
            _options.Seed ^ (ulong)(hour.Ticks / TimeSpan.TicksPerHour) * 0x9E3779B97F4A7C15, (ulong)index);
        var flows = random.Count(conversation.PerHour * conversation.Rhythm.At(hour) * _scale);
        var start = (long)(hour - DateTime.UnixEpoch).TotalMilliseconds;
        for (var i = 0; i < flows; i++)
            Tell(Draw(conversation, start, ref random), conversation, sightings);
    }

    private static SampleFlow Draw(Conversation conversation, long hour, ref SampleRandom random)
    {
        const int Milliseconds = 60 * 60 * 1000;
        const int FirstEphemeralPort = 32768;
        var size = random.Skewed();
        return new SampleFlow(
            hour + random.Below(Milliseconds),
            (long)(conversation.Seconds * 1000 * random.Skewed()),
            (ushort)(FirstEphemeralPort + random.Below(28000)),
            (long)(conversation.Forward * size),
            (long)(conversation.Backward * size));
    }

    private void Happen(DateTime hour, Incident incident, Sighting[] sightings)
    {
        if (incident.Start < hour || incident.Start >= hour.AddHours(1))
            return;
        var start = (long)(incident.Start - DateTime.UnixEpoch).TotalMilliseconds;
        var (flow, length) = (incident.Flow, (long)(incident.Flow.Seconds * 1000));
        var port = (ushort)(49152 + (start / 1000 % 8192));
        Tell(new SampleFlow(start, length, port, flow.Forward, flow.Backward), flow, sightings);
    }

    // Nobody answers a flow that is denied further on, so the interfaces before see one direction only.
    private void Tell(SampleFlow flow, Conversation conversation, Sighting[] sightings)
    {
        var isAnswered = sightings[^1].Verdict.IsAllowed;
        foreach (var sighting in sightings)
            new FlowTelling(flow, conversation, sighting, isAnswered).To(_hours, Logs.PlaceOf(sighting));
    }
}
