using System.Text.RegularExpressions;
using FlowKernel.Notebook.Documents;
using FlowKernel.Notebook.Kernel.Help;
using FlowKernel.Notebook.Running;

namespace FlowKernel.Notebook.Exporting;

/// <summary>
/// The last cells that a session ran, with what they showed, as far as it fits into <paramref name="mostBytes"/>: of
/// the oldest first the whole tables go, then all that they showed.
/// </summary>
internal sealed partial class CellJournal(long mostBytes = CellJournal.DefaultBytes)
{
    /// <summary>How much is kept: 128 MiB.</summary>
    public const long DefaultBytes = 128L << 20;

    private const int Most = 200;
    private readonly Lock _gate = new();
    private readonly LinkedList<CellRecording> _cells = new();
    private long _bytes;

    /// <summary>What is kept now, in bytes.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Follows a cell that is about to run; the oldest of more than 200 is forgotten.</summary>
    public CellRecording Follow(CellRequest cell, ICellOutput host)
    {
        var recording = new CellRecording(cell, host, Grow);
        lock (_gate)
        {
            _cells.AddLast(recording);
            if (_cells.Count > Most)
            {
                Interlocked.Add(ref _bytes, -_cells.First!.Value.DropOutputs());
                _cells.RemoveFirst();
            }
        }

        return recording;
    }

    /// <summary>
    /// A notebook of the cells in the order they were last run, and what it lacks; the cell that asks for it and others
    /// that only export or ask for help are left out.
    /// </summary>
    public (NotebookDocument Document, JournalGaps Gaps) ToNotebook(string asking, OutputTables tables)
    {
        var displays = new DisplayIndex();
        var latest = Latest().Where(c => c.Code != asking && !IsQuestion(c.Code)).OrderBy(c => c.Number).ToList();
        var document = NotebookDocument.Create([.. latest.Select(recording =>
        {
            var cell = NotebookCell.Create("code", recording.Code);
            Fill(cell, recording, displays, tables);
            return cell;
        })]);
        return (document, JournalGaps.Of(latest));
    }

    /// <summary>True when a cell of that text ran in this session.</summary>
    public bool Holds(string code)
    {
        lock (_gate)
            return _cells.Any(c => c.Code == code);
    }

    /// <summary>
    /// Gives the cells of a saved notebook what they showed in this session; says how many it found and what they lack.
    /// </summary>
    public (int Found, JournalGaps Gaps) Refresh(NotebookDocument saved, OutputTables tables)
    {
        var displays = new DisplayIndex();
        var latest = Latest().ToDictionary(c => c.Code, StringComparer.Ordinal);
        var found = saved.Cells.Where(c => c.IsCode && latest.ContainsKey(c.Source)).ToList();
        found.ForEach(cell => Fill(cell, latest[cell.Source], displays, tables));
        return (found.Count, JournalGaps.Of(found.Select(cell => latest[cell.Source])));
    }

    private static void Fill(NotebookCell cell, CellRecording recording, DisplayIndex displays, OutputTables tables)
    {
        var output = new NotebookOutput(displays, tables);
        recording.Replay(output);
        cell.SetOutputs(recording.Number, output.ToJson());
    }

    private List<CellRecording> Latest()
    {
        lock (_gate)
            return [.. _cells.GroupBy(c => c.Code, StringComparer.Ordinal).Select(g => g.Last())];
    }

    private void Grow(long bytes)
    {
        if (Interlocked.Add(ref _bytes, bytes) <= mostBytes)
            return;
        lock (_gate)
        {
            foreach (var cell in _cells.TakeWhile(_ => _bytes > mostBytes))
                Interlocked.Add(ref _bytes, -cell.DropTables());
            foreach (var cell in _cells.TakeWhile(_ => _bytes > mostBytes))
                Interlocked.Add(ref _bytes, -cell.DropOutputs());
        }
    }

    private static bool IsQuestion(string cell) => HelpQuestion.NameIn(cell) is not null || Asks().IsMatch(cell);

    [GeneratedRegex(@"\A\s*#!(?:flowlogs|kql)[ \t]+(?:export|help)\b[^\n]*\s*\z")]
    private static partial Regex Asks();
}
