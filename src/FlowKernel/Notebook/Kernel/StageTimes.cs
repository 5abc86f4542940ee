using System.Globalization;
using FlowKernel.Results;

namespace FlowKernel.Notebook.Kernel;

/// <summary>The time of each stage that a query went through, as lines for <c>--explain</c>.</summary>
public static class StageTimes
{
    /// <summary>A line for each stage, and one for the number of rows.</summary>
    public static string Of(QueryResult result)
    {
        var lines = result.Statistics.Stages
            .Select(s => string.Create(
                CultureInfo.InvariantCulture, $"{s.Stage,-8}{s.Elapsed.TotalMilliseconds,9:F1} ms"));
        return $"-- time\n{string.Join('\n', lines)}\nrows    {result.Table.RowCount,9}";
    }
}
