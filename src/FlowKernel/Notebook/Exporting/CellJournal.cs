using FlowKernel.Notebook.Documents;
using FlowKernel.Notebook.Running;

namespace FlowKernel.Notebook.Exporting;

/// <summary>The last cells that a session ran, with what they showed.</summary>
internal sealed class CellJournal
{
    private const int Most = 200;
    private readonly Lock _gate = new();
    private readonly LinkedList<CellRecording> _cells = new();

    /// <summary>Follows a cell that is about to run; the oldest of more than 200 is forgotten.</summary>
    public CellRecording Follow(CellRequest cell, ICellOutput host)
    {
        var recording = new CellRecording(cell, host);
        lock (_gate)
        {
            _cells.AddLast(recording);
            if (_cells.Count > Most)
                _cells.RemoveFirst();
        }

        return recording;
    }

    /// <summary>
    /// A notebook of the cells in the order they were last run; the cell that asks for it is left out.
    /// </summary>
    public NotebookDocument ToNotebook(string asking, OutputTables tables)
    {
        var displays = new DisplayIndex();
        var latest = Cells().Where(c => c.Code != asking).GroupBy(c => c.Code, StringComparer.Ordinal).Select(g => g.Last());
        return NotebookDocument.Create([.. latest.OrderBy(c => c.Number).Select(recording =>
        {
            var cell = NotebookCell.Create("code", recording.Code);
            Fill(cell, recording, displays, tables);
            return cell;
        })]);
    }

    /// <summary>Gives the cells of a saved notebook what they showed in this session; says how many it found.</summary>
    public int Refresh(NotebookDocument saved, OutputTables tables)
    {
        var displays = new DisplayIndex();
        var latest = Cells().GroupBy(c => c.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last());
        var found = saved.Cells.Where(c => c.IsCode && latest.ContainsKey(c.Source)).ToList();
        found.ForEach(cell => Fill(cell, latest[cell.Source], displays, tables));
        return found.Count;
    }

    private static void Fill(NotebookCell cell, CellRecording recording, DisplayIndex displays, OutputTables tables)
    {
        var output = new NotebookOutput(displays, tables);
        recording.Replay(output);
        cell.SetOutputs(recording.Number, output.ToJson());
    }

    private List<CellRecording> Cells()
    {
        lock (_gate)
            return [.. _cells];
    }
}
