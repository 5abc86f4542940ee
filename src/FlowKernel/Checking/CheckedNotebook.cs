using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Cells;
using FlowKernel.Notebook.Directives;
using FlowKernel.Notebook.Kernel;
using FlowKernel.Notebook.Kernel.Errors;
using FlowKernel.Schema;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Checking;

/// <summary>
/// The kernel's notebook over connections without rows and C# that is only compiled: what it says of a cell is what it
/// would say before the cell ran. A cell's mistakes do not become those of the cells after it.
/// </summary>
internal sealed class CheckedNotebook : IAsyncDisposable
{
    private const string NotConnected = "FK0501";
    private readonly FlowSession _session;
    private readonly ICheckedCells _cells;
    private readonly IDirectiveLanguage _directives;
    private readonly FlowNotebook _notebook;

    /// <summary>A new notebook in a folder.</summary>
    public CheckedNotebook(CheckParts parts, string folder)
    {
        _session = new FlowSession(parts.Language, new KeptTables());
        _cells = parts.CSharp.Cells(_session, folder);
        _directives = new HarmlessDirectives(parts.Directives);
        _notebook = new FlowNotebook(new NotebookParts
        {
            Session = _session,
            CSharp = _cells,
            Display = new ResultDisplay(NoCharts.Instance),
            ShowValue = (_, _) => Task.FromResult<MimeBundle?>(null),
            Directives = _directives,
            Places = new DeclaredPlaces(parts.Language),
            Explain = _ => new CellFault(null, []),
        });
    }

    /// <summary>Goes on as if the notebook had connected to a place.</summary>
    public Task ConnectAsync(IQueryConnection connection) => _session.ConnectAsync(connection);

    /// <summary>What is wrong with the next cell; spans are offsets into it.</summary>
    public async Task<IReadOnlyList<Diagnostic>> CheckAsync(CellRequest cell, CancellationToken cancellation)
    {
        var result = await _notebook.RunAsync(cell, SilentOutput.Instance, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (result.Error is { } error && result.Diagnostics.Count == 0)
            return [new Diagnostic(error.Name, error.Message, default)];
        if (result.Error is not null)
            Forgive(cell.Code);
        if (result.Diagnostics.Any(d => d.Code == NotConnected))
            await ConnectAsync(new DeclaredConnection("none", DeclaredConnection.Workspace));
        return [.. result.Diagnostics.Select(d => Placed(d, cell.Code)).OrderBy(d => d.Span.Start)];
    }

    public async ValueTask DisposeAsync()
    {
        await _notebook.DisposeAsync();
        (_cells as IDisposable)?.Dispose();
    }

    // What a failed query was to be kept as is missing from the cells below; that is no mistake of theirs.
    private void Forgive(string cell)
    {
        foreach (var name in CellSplitter.Split(cell).Segments.SelectMany(s => s.Directives).Select(NameIn))
        {
            if (name is null)
                continue;
            _session.Kept.Declare(new TableSchema(name, [], "The result of a query that is wrong.") { IsOpen = true });
            _cells.Forgive(name);
        }
    }

    private string? NameIn(TextSlice line) => _directives.Parse(line.Text).Value switch
    {
        QueryDirective query => query.Name,
        RecipeDirective recipe => recipe.Options.Name,
        _ => null,
    };

    // A diagnostic without a place of its own is told at the cell's first line.
    private static Diagnostic Placed(Diagnostic found, string cell) => found.Span.Length == 0 && found.Span.Start == 0
        ? found with { Span = FirstLine(cell) }
        : found;

    private static TextSpan FirstLine(string cell)
    {
        var start = cell.Length - cell.TrimStart().Length;
        var end = cell.AsSpan(start).IndexOfAny('\r', '\n');
        return TextSpan.FromBounds(start, end < 0 ? cell.TrimEnd().Length : start + end);
    }
}
