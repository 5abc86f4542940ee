using FlowKernel.Results;

namespace FlowKernel.Algorithms.Activity;

/// <summary>An id that was active at a time.</summary>
public readonly record struct Activity(object? Id, long Time);

/// <summary>Reads rows of id, time and dimensions, by their dimensions.</summary>
internal static class ActivityRows
{
    /// <summary>The activities of each combination of dimensions, in the order of the rows; rows without time are none.</summary>
    public static Dictionary<RowKey, List<Activity>> ByDimensions(KqlTable table, CancellationToken cancellation)
    {
        var groups = new Dictionary<RowKey, List<Activity>>();
        for (var row = 0; row < table.RowCount; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Timeline.Count(table[row, 1]) is not { } time)
                continue;
            var key = new RowKey([.. table.Vectors.Skip(2).Select(v => v[row])]);
            if (!groups.TryGetValue(key, out var group))
                groups.Add(key, group = []);
            group.Add(new Activity(table[row, 0], time));
        }

        return groups;
    }
}
