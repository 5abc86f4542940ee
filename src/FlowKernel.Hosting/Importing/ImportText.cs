using System.Globalization;
using System.Text;
using FlowKernel.DuckDb.Store;
using FlowKernel.Notebook.Display;

namespace FlowKernel.Hosting.Importing;

/// <summary>An import's report as lines: what was read, what was written, what was set aside.</summary>
public static class ImportText
{
    private const int MostFindings = 10;

    /// <summary>The lines; the store is in <paramref name="folder"/>.</summary>
    public static string Of(ImportReport report, string folder)
    {
        var text = new StringBuilder();
        var read = $"{Count(report.Read.Rows, "flow tuple")}, {Traffic(report.Read)}";
        Line(text, $"Read {Count(report.Sources, "file")}: {Count(report.Records, "record")}, {read}.");
        if (report.Unchanged > 0)
            Line(text, $"In the store already, unchanged: {Count(report.Unchanged, "file")}.");
        var written = $"{Traffic(report.Written)}{Kept(report)}";
        Line(text, $"Wrote {Count(report.Written.Rows, "row")} of NTANetAnalytics: {written}.");
        if (report.TuplesSetAside > 0)
            Line(text, $"Set aside {Count(report.TuplesSetAside, "flow tuple")} that could not be read.");
        foreach (var finding in report.Findings.Take(MostFindings))
            Line(text, $"  {finding.Code}: {finding.Message} {finding.Hint}");
        if (report.FindingCount > MostFindings)
            Line(text, $"  and {report.FindingCount - MostFindings:N0} more.");
        Line(text, $"It took {DurationText.Of(report.Elapsed)}. The store is {folder}");
        return text.ToString();
    }

    private static string Traffic(TrafficTotals totals) =>
        $"{Count(totals.Packets, "packet")}, {ByteText.Of(totals.Bytes)}";

    private static string Count(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private static string Kept(ImportReport report) =>
        (report.Read.Packets, report.Read.Bytes) == (report.Written.Packets, report.Written.Bytes)
            ? ", the same as read"
            : ", NOT the same as read: please report this";

    private static void Line(StringBuilder text, FormattableString line) =>
        text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
