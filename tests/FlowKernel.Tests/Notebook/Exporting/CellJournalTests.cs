using System.Text.Json.Nodes;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Documents;
using FlowKernel.Notebook.Exporting;
using FlowKernel.Notebook.Running;
using FlowKernel.Results;

namespace FlowKernel.Tests.Notebook.Exporting;

public sealed class CellJournalTests
{
    private const int Rows = 1000;
    private const int TableBytes = Rows * sizeof(long);
    private readonly OutputTables _tables = new();
    private int _count;

    [Fact]
    public void WithinItsBoundsAllIsKept()
    {
        var journal = new CellJournal(2 * TableBytes + 1000);
        Run(journal, "a", Table());
        Run(journal, "b", Table());
        var (document, gaps) = journal.ToNotebook("", _tables);
        Assert.Equal(["table", "table"], document.Cells.Select(Shown));
        Assert.All(document.Cells, cell => Assert.Equal(Rows, TableOf(cell)?.RowCount));
        Assert.Equal("", gaps.Sentence);
    }

    [Theory]
    [InlineData("#!flowlogs export other.html")]
    [InlineData("#!kql help summarize")]
    [InlineData(" ?summarize\n")]
    [InlineData("mv-expand?")]
    public void WhatWasAskedOfTheKernelIsNoPartOfAReport(string asked)
    {
        var journal = new CellJournal();
        Run(journal, asked, Table());
        Run(journal, asked + "\n1", Table());
        Assert.Equal([asked + "\n1"], journal.ToNotebook("", _tables).Document.Cells.Select(c => c.Source));
    }

    [Fact]
    public void BeyondThemTheOldestTableGoesAndItsOutputStays()
    {
        var journal = new CellJournal(2 * TableBytes + 1000);
        foreach (var code in new[] { "a", "b", "c" })
            Run(journal, code, Table());
        var (document, gaps) = journal.ToNotebook("", _tables);
        const string gone = "table|The data of this table is left out: 1,000 rows were too much to keep.";
        Assert.Equal([gone, "table", "table"], document.Cells.Select(Shown));
        Assert.Equal([null, Rows, Rows], document.Cells.Select(c => TableOf(c)?.RowCount));
        Assert.Equal(
            " Too much to keep was the data behind 1 table; run those cells again just before the export to have it "
            + "all.",
            gaps.Sentence);
        Assert.InRange(journal.Bytes, 2 * TableBytes, 2 * TableBytes + 1000);
    }

    [Fact]
    public void ATableThatIsTheValueOfACellGoesToo()
    {
        var journal = new CellJournal(TableBytes / 2);
        Run(journal, "a", new CellResult { Value = Table() });
        var (document, _) = journal.ToNotebook("", _tables);
        Assert.StartsWith("table|The data of this table is left out", Shown(document.Cells[0]));
        Assert.Null(TableOf(document.Cells[0]));
    }

    [Fact]
    public void AfterAllTablesTheOldestOutputsGo()
    {
        var journal = new CellJournal(1000);
        Run(journal, "a", MimeBundle.Plain(new string('a', 300)));
        Run(journal, "b", MimeBundle.Plain(new string('b', 300)));
        var (document, gaps) = journal.ToNotebook("", _tables);
        Assert.Equal(
            ["What this cell showed is left out: it was too much to keep.", new string('b', 300)],
            document.Cells.Select(Shown));
        Assert.Contains(" what 1 cell showed;", gaps.Sentence);
        Assert.Equal(600, journal.Bytes);
    }

    [Fact]
    public void ACellThatWritesWithoutEndIsCutAndSaysSo()
    {
        var journal = new CellJournal(1 << 20);
        var cell = journal.Follow(new CellRequest("endless", 1), SilentOutput.Instance);
        for (var i = 0; i < 3000; i++)
            cell.WriteOut(new string('x', 1000));
        cell.Finish(CellResult.Done);
        Assert.InRange(journal.Bytes, 0, 1 << 20);
        var (document, gaps) = journal.ToNotebook("", _tables);
        Assert.EndsWith("too much to keep.", Shown(document.Cells[0]));
        Assert.Equal(1, gaps.Cells);
    }

    [Fact]
    public void WhatForgottenCellsShowedDoesNotCount()
    {
        var journal = new CellJournal();
        for (var i = 0; i < 250; i++)
            Run(journal, $"cell {i}", MimeBundle.Plain("12345"));
        Assert.Equal(200 * 10, journal.Bytes);
    }

    [Fact]
    public void ASavedNotebookIsToldWhatItsOwnCellsLack()
    {
        var journal = new CellJournal(TableBytes + 500);
        Run(journal, "a", Table());
        Run(journal, "b", Table());
        var saved = NotebookDocument.Create([NotebookCell.Create("code", "b")]);
        Assert.Equal((1, new JournalGaps(0, 0)), journal.Refresh(saved, _tables));
        saved = NotebookDocument.Create([NotebookCell.Create("code", "a"), NotebookCell.Create("code", "other")]);
        Assert.Equal((1, new JournalGaps(1, 0)), journal.Refresh(saved, _tables));
    }

    private static MimeBundle Table() => MimeBundle.Plain("table") with
    {
        Table = new KqlTable(
            [new KqlColumn("n", KqlType.Long)],
            [new ColumnVector<long>([.. Enumerable.Range(0, Rows).Select(i => (long)i)])]),
    };

    private void Run(CellJournal journal, string code, MimeBundle shown)
    {
        var recording = journal.Follow(new CellRequest(code, ++_count), SilentOutput.Instance);
        recording.Display(shown);
        recording.Finish(CellResult.Done);
    }

    private void Run(CellJournal journal, string code, CellResult result) =>
        journal.Follow(new CellRequest(code, ++_count), SilentOutput.Instance).Finish(result);

    private KqlTable? TableOf(NotebookCell cell) => _tables.Find((JsonObject)cell.Outputs[0]!);

    private static string Shown(NotebookCell cell) => string.Join('|', cell.Outputs.Select(o => MultilineText.Read(
        o!["data"]?[MimeTypes.Plain] ?? o["text"])));
}
