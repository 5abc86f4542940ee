using System.Globalization;
using FlowKernel.Results;

namespace FlowKernel.Notebook.Display;

/// <summary>The quiet line that ends every result.</summary>
public static class ResultFooter
{
    /// <summary>Rows, time and place, such as <c>48,211 rows in 320 ms on sample</c>.</summary>
    public static string Of(int rows, QueryStatistics statistics) =>
        $"{Rows(rows)} in {DurationText.Of(Rounded(statistics.Elapsed))} on {statistics.RanOn}";

    /// <summary>
    /// The line without its time, such as <c>48,211 rows on sample</c>: for texts that are compared with those of
    /// earlier runs.
    /// </summary>
    public static string Timeless(int rows, QueryStatistics statistics) => $"{Rows(rows)} on {statistics.RanOn}";

    /// <summary>
    /// What the line of one of several tables begins with, such as <c>States (2 of 3): </c>; nothing for a single one.
    /// </summary>
    public static string Place(QueryResult result, int index) => result.Tables.Count == 1
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture, $"{result.Tables[index].Name} ({index + 1} of {result.Tables.Count}): ");

    /// <summary>A count of rows, such as <c>1 row</c> or <c>48,211 rows</c>.</summary>
    public static string Rows(int rows) =>
        rows == 1 ? "1 row" : string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows");

    private static TimeSpan Rounded(TimeSpan elapsed) =>
        TimeSpan.FromMilliseconds(Math.Max(1, Math.Round(elapsed.TotalMilliseconds)));
}
