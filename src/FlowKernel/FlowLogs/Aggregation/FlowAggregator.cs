using System.Runtime.InteropServices;
using FlowKernel.FlowLogs.Reading;

namespace FlowKernel.FlowLogs.Aggregation;

/// <summary>
/// Folds flow tuples into groups, as Traffic Analytics does. Holds one entry a group, so use one aggregator for each
/// blob: a blob is one interface and hour, and no group spans two of them, save for the few tuples that Azure
/// writes after the hour's end; those make a row of their own.
/// </summary>
public sealed class FlowAggregator
{
    private readonly long _intervalMilliseconds;
    private readonly Dictionary<FlowOrigin, FlowOrigin> _origins = [];
    private readonly Dictionary<FlowKey, FlowSums> _groups = [];

    /// <summary>An aggregator for an interval that divides the day, such as 60 or 10 minutes.</summary>
    public FlowAggregator(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromMinutes(1));
        ArgumentOutOfRangeException.ThrowIfNotEqual(TimeSpan.FromDays(1).Ticks % interval.Ticks, 0, nameof(interval));
        Interval = interval;
        _intervalMilliseconds = (long)interval.TotalMilliseconds;
    }

    /// <summary>The length of an interval.</summary>
    public TimeSpan Interval { get; }

    /// <summary>The groups so far, in the order in which they were first seen.</summary>
    public IEnumerable<AggregatedFlow> Flows => _groups.Select(g => new AggregatedFlow(g.Key, g.Value));

    /// <summary>Folds in the tuples of a record.</summary>
    public void Add(FlowRecord record)
    {
        foreach (var group in record.Groups)
        {
            var origin = Known(new(
                record.MacAddress, record.FlowLogResourceId, record.TargetResourceId, group.AclId, group.Rule));
            foreach (ref readonly var tuple in record.TuplesOf(group))
                Fold(origin, tuple);
        }
    }

    /// <summary>Folds in one tuple.</summary>
    public void Add(FlowOrigin origin, in FlowTuple tuple) => Fold(Known(origin), tuple);

    private void Fold(FlowOrigin origin, in FlowTuple tuple)
    {
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, KeyOf(origin, tuple), out _);
        (sums ??= new()).Add(tuple);
    }

    private FlowKey KeyOf(FlowOrigin origin, in FlowTuple tuple)
    {
        var start = tuple.TimestampMilliseconds - (tuple.TimestampMilliseconds % _intervalMilliseconds);
        return new(
            DateTime.UnixEpoch.AddMilliseconds(start), origin, tuple.Source, tuple.Destination, tuple.DestinationPort,
            tuple.Protocol, tuple.Direction, tuple.State == FlowState.Denied, tuple.Encryption);
    }

    private FlowOrigin Known(FlowOrigin origin)
    {
        if (_origins.TryGetValue(origin, out var known))
            return known;
        _origins.Add(origin, origin);
        return origin;
    }
}
