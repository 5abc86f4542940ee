using System.Globalization;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Directives;
using FlowKernel.Notebook.Display;
using FlowKernel.Notebook.Documents;
using FlowKernel.Notebook.Kernel;
using FlowKernel.Notebook.Running;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Exporting;

/// <summary>
/// <c>#!flowlogs export</c>: a kernel does not see the text cells of its notebook, so these come from the saved file
/// where one is named or the front end tells it; otherwise the report holds the cells of this session.
/// </summary>
internal sealed class NotebookExport(NotebookParts parts, CellJournal journal)
{
    private const string Generator = "<meta name=\"generator\" content=\"FlowKernel\">";

    /// <summary>Writes the report; gives a line that says what is in it.</summary>
    public async Task<Outcome<MimeBundle>> RunAsync(
        ExportDirective directive, string line, string cell, CancellationToken cancellation)
    {
        var file = Path.GetFullPath(directive.File);
        if (parts.Reports is not { } reports || !IsHtml(file))
            return NoHtml(directive.File, line);
        if (File.Exists(file) && !(await File.ReadAllTextAsync(file, cancellation)).Contains(Generator, StringComparison.Ordinal))
            return NotOurs(directive.File, line);
        var tables = new OutputTables();
        var found = await FindAsync(directive, line, cell, tables, cancellation);
        if (!found.Succeeded)
            return new Outcome<MimeBundle>(found.Diagnostics);
        var (document, facts, source) = found.Value;
        var page = reports.Write(document, facts);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, page, cancellation);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return NotWritten(directive.File, line, refused.Message);
        }

        return ResultDisplay.Quiet($"Wrote {directive.File} ({ByteText.Of(page.Length)}) of {source}");
    }

    private async Task<Outcome<Exported>> FindAsync(
        ExportDirective directive, string line, string cell, OutputTables tables, CancellationToken cancellation)
    {
        var path = directive.Notebook ?? parts.NotebookFile();
        if (path is null || !File.Exists(path))
        {
            return directive.Notebook is { } missing ? NoNotebook(missing, line) : OfSession(cell, tables);
        }

        var saved = NotebookDocument.Parse(await File.ReadAllTextAsync(path, cancellation));
        if (!saved.Succeeded)
            return new Outcome<Exported>(saved.Diagnostics);
        var (found, gaps) = journal.Refresh(saved.Value, tables);
        var name = Path.GetFileName(path);
        var facts = new ReportFacts(name, parts.Session, tables)
        {
            Folder = Path.GetDirectoryName(Path.GetFullPath(path)),
            EarlierOutputs = saved.Value.Cells.Count(c => c.IsCode && c.Outputs.Count > 0 && !journal.Holds(c.Source)),
        };
        return new Exported(saved.Value, facts, string.Create(
            CultureInfo.InvariantCulture,
            $"{name} as last saved, with this session's outputs in {found} of its cells.{gaps.Sentence}"));
    }

    private Exported OfSession(string cell, OutputTables tables)
    {
        var (document, gaps) = journal.ToNotebook(cell, tables);
        return new Exported(
            document,
            new ReportFacts("Session", parts.Session, tables),
            $"the cells that ran in this session. {parts.UnseenCells}: save the notebook, then add --notebook FILE.ipynb to have them in the report.{gaps.Sentence}");
    }

    /// <summary>What goes into the report: cells, facts, and words for where they are from.</summary>
    private sealed record Exported(NotebookDocument Document, ReportFacts Facts, string Source);

    private static bool IsHtml(string file) => Path.GetExtension(file).Equals(".html", StringComparison.OrdinalIgnoreCase);

    private static Diagnostic NoHtml(string file, string line) => new(
        "FK1320", $"'{file}' is no .html file.", Place(line, file), "Name the report, for example report.html.");

    private static Diagnostic NotOurs(string file, string line) => new(
        "FK1321", $"'{file}' is there already and is no report of FlowKernel.", Place(line, file),
        "Choose another name, or remove the file first.");

    private static Diagnostic NotWritten(string file, string line, string reason) => new(
        "FK1323", $"'{file}' could not be written: {reason}", Place(line, file), "Choose a folder that you may write to.");

    private static Diagnostic NoNotebook(string file, string line) => new(
        "FK1322", $"There is no notebook '{file}'.", Place(line, file),
        $"Paths begin at {Directory.GetCurrentDirectory()}.");

    private static TextSpan Place(string line, string word) =>
        new(Math.Max(0, line.LastIndexOf(word, StringComparison.Ordinal)), word.Length);
}
