using System.Runtime.InteropServices;
using FlowKernel.FlowLogs.Reading;

namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>Tuples by hour and place; a long flow leaves some for later hours.</summary>
internal sealed class HourBuffers(int places)
{
    private const long Hour = 60 * 60 * 1000;
    private readonly Dictionary<long, List<FlowTuple>[]> _hours = [];

    /// <summary>Adds a tuple to the hour of its time.</summary>
    public void Add(int place, in FlowTuple tuple)
    {
        ref var hour = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _hours, tuple.TimestampMilliseconds / Hour, out _);
        hour ??= [.. Enumerable.Range(0, places).Select(_ => new List<FlowTuple>())];
        hour[place].Add(tuple);
    }

    /// <summary>The tuples of an hour by place, in order of time, and forgets them.</summary>
    public IReadOnlyList<List<FlowTuple>> Take(DateTime hour)
    {
        if (!_hours.Remove((long)(hour - DateTime.UnixEpoch).TotalHours, out var tuples))
            return [];
        foreach (var list in tuples)
            Order(list);
        return tuples;
    }

    // A stable order, so that tuples of the same millisecond stay as they were made.
    private static void Order(List<FlowTuple> list)
    {
        var keys = new (long Time, int Index)[list.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = (list[i].TimestampMilliseconds, i);
        Array.Sort(keys);
        var ordered = Array.ConvertAll(keys, k => list[k.Index]);
        list.Clear();
        list.AddRange(ordered);
    }
}
