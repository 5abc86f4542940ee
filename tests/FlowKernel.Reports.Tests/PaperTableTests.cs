using FlowKernel.Notebook;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;

namespace FlowKernel.Reports.Tests;

public sealed class PaperTableTests
{
    [Theory]
    [InlineData(8, "<div class=\"output\">")]
    [InlineData(9, "<div class=\"output wide\">")]
    [InlineData(14, "<div class=\"output wide\">")]
    [InlineData(15, "<div class=\"output wide cut\">")]
    public void TablesAreTurnedWhereTheirColumnsDoNotFit(int columns, string start) =>
        Assert.StartsWith(start, PaperTable.Write(Table(columns)), StringComparison.Ordinal);

    [Fact]
    public void ColumnsThatDoNotFitAreSaidToBeLeftOut() => Assert.Contains(
        "<p class=\"on-paper\">On paper: the first 14 of 20 columns. Keep fewer with project.</p>",
        PaperTable.Write(Table(20)), StringComparison.Ordinal);

    [Fact]
    public void OtherHtmlIsNotCounted() => Assert.StartsWith(
        "<div class=\"output\">",
        PaperTable.Write(string.Concat(Enumerable.Repeat("<th >x</th>", 30)) + "</thead>"), StringComparison.Ordinal);

    private static string Table(int columns) => TableDisplay.Bundle(KqlTable.FromRows(
        [.. Enumerable.Range(0, columns).Select(i => new KqlColumn($"c{i}", KqlType.Long))],
        [Enumerable.Range(0, columns).Select(i => (object?)(long)i).ToArray()])).Text(MimeTypes.Html)!;
}
