using System.Globalization;
using FlowKernel.Results;

namespace FlowKernel.Cli.Querying;

/// <summary>The time of each stage, as lines.</summary>
internal static class StageTimes
{
    public static string Of(QueryResult result)
    {
        var lines = result.Statistics.Stages
            .Select(s => string.Create(
                CultureInfo.InvariantCulture, $"{s.Stage,-8}{s.Elapsed.TotalMilliseconds,9:F1} ms"));
        return $"-- time\n{string.Join('\n', lines)}\nrows    {result.Table.RowCount,9}";
    }
}
