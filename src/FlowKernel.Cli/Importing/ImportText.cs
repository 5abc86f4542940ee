using System.Globalization;
using System.Text;
using FlowKernel.DuckDb.Store;
using FlowKernel.Notebook.Display;

namespace FlowKernel.Cli.Importing;

/// <summary>An import's report as lines: what was read, what was written, what was set aside.</summary>
internal static class ImportText
{
    private const int MostFindings = 10;

    public static string Of(ImportReport report, string folder)
    {
        var text = new StringBuilder();
        Line(text, $"Read {report.Sources:N0} files: {report.Records:N0} records, {report.Read.Rows:N0} flow tuples, {report.Read.Packets:N0} packets, {ByteText.Of(report.Read.Bytes)}.");
        if (report.Unchanged > 0)
            Line(text, $"{report.Unchanged:N0} more files were in the store already, unchanged.");
        Line(text, $"Wrote {report.Written.Rows:N0} rows of NTANetAnalytics: {report.Written.Packets:N0} packets, {ByteText.Of(report.Written.Bytes)}{Kept(report)}.");
        if (report.TuplesSetAside > 0)
            Line(text, $"Set aside {report.TuplesSetAside:N0} flow tuples that could not be read.");
        foreach (var finding in report.Findings.Take(MostFindings))
            Line(text, $"  {finding.Code}: {finding.Message} {finding.Hint}");
        if (report.FindingCount > MostFindings)
            Line(text, $"  and {report.FindingCount - MostFindings:N0} more.");
        Line(text, $"It took {DurationText.Of(report.Elapsed)}. The store is {folder}");
        return text.ToString();
    }

    private static string Kept(ImportReport report) =>
        (report.Read.Packets, report.Read.Bytes) == (report.Written.Packets, report.Written.Bytes)
            ? ", the same as read"
            : ", NOT the same as read: please report this";

    private static void Line(StringBuilder text, FormattableString line) =>
        text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
