using FlowKernel.FlowLogs.Reading;

namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>
/// Tells a flow as tuples, as an interface logs them: a begin, every five minutes what passed since, an end; or one
/// denial.
/// </summary>
internal readonly ref struct FlowTelling(SampleFlow flow, Conversation conversation, Sighting sighting, bool isAnswered)
{
    private const long Interval = 5 * 60 * 1000;
    private const int BytesPerPacket = 1_380;
    private const int LeastPackets = 4;

    public void To(HourBuffers hours, int place)
    {
        if (!sighting.Verdict.IsAllowed)
        {
            hours.Add(place, Tuple(flow.Start, FlowState.Denied));
            return;
        }

        hours.Add(place, Tuple(flow.Start, FlowState.Begin));
        var intervals = flow.Milliseconds / Interval;
        for (long i = 1; i <= intervals; i++)
            hours.Add(place, Tuple(flow.Start + (i * Interval), FlowState.Continuing, i - 1, i, intervals + 1));
        hours.Add(
            place,
            Tuple(flow.Start + flow.Milliseconds, FlowState.End, intervals, intervals + 1, intervals + 1));
    }

    // The share of a counter from one part of the flow to another, so that all shares add up to the counter.
    private static long Share(long total, long from, long to, long parts) =>
        (total * to / parts) - (total * from / parts);

    private static long Packets(long bytes) => bytes == 0 ? 0 : Math.Max(LeastPackets, (bytes / BytesPerPacket) + 1);

    private FlowTuple Tuple(long time, FlowState state, long from = 0, long to = 0, long parts = 1)
    {
        var backward = isAnswered ? flow.Backward : 0;
        return new FlowTuple(
            time, sighting.Source, sighting.Destination, flow.SourcePort, conversation.Port, conversation.Protocol,
            sighting.Direction, state, conversation.Encryption,
            Share(Packets(flow.Forward), from, to, parts), Share(flow.Forward, from, to, parts),
            Share(Packets(backward), from, to, parts), Share(backward, from, to, parts));
    }
}
