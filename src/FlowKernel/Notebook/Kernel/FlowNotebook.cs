using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Cells;
using FlowKernel.Notebook.Directives;
using FlowKernel.Notebook.Exporting;
using FlowKernel.Notebook.Kernel.Errors;
using FlowKernel.Notebook.Kernel.Help;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel;

/// <summary>
/// The FlowKernel notebook: KQL, C# and directives in one session. See <see cref="INotebookKernel"/>.
/// </summary>
public sealed class FlowNotebook : INotebookKernel
{
    private readonly NotebookParts _parts;
    private readonly DirectiveActions _directives;
    private readonly KqlCell _kql;
    private readonly CellAssistance _assistance;
    private readonly CellErrors _errors;
    private readonly CellJournal _journal = new();
    private readonly RunningCells _running = new();

    /// <summary>A notebook of these parts.</summary>
    public FlowNotebook(NotebookParts parts)
    {
        _parts = parts;
        _kql = new KqlCell(parts);
        _errors = new CellErrors(parts.Explain);
        _directives = new DirectiveActions(parts, _kql, _errors, new NotebookExport(parts, _journal));
        _assistance = new CellAssistance(parts);
    }

    /// <summary>Completes when no cell runs: the moment for work that should not compete with one.</summary>
    public Task Idle => _running.Idle;

    /// <inheritdoc/>
    public async Task<CellResult> RunAsync(CellRequest cell, ICellOutput output, CancellationToken cancellation)
    {
        _running.Begin();
        try
        {
            return await RecordAsync(cell, output, cancellation);
        }
        finally
        {
            _running.End();
        }
    }

    private async Task<CellResult> RecordAsync(CellRequest cell, ICellOutput output, CancellationToken cancellation)
    {
        if (cell.Silent)
            return await RunGuardedAsync(cell, output, cancellation);
        var recording = _journal.Follow(cell, output);
        var result = await RunGuardedAsync(cell, recording, cancellation);
        recording.Finish(result);
        return result;
    }

    private async Task<CellResult> RunGuardedAsync(
        CellRequest cell, ICellOutput output, CancellationToken cancellation)
    {
        CellScope.Enter(output, cancellation);
        if (!cell.Silent)
            _errors.Begin(cell);
        try
        {
            if (HelpQuestion.NameIn(cell.Code) is { } name)
                return await HelpAsync(name, cell, cancellation);
            if (BracketDepth.MistakeIn(cell.Code) is { } tooDeep)
                return Failed([tooDeep], cell.Code);
            var cut = CellSplitter.Split(cell.Code);
            return cut.Diagnostics.Count == 0
                ? await RunAsync(new CellRun(cell, output), cut.Segments, cancellation)
                : Failed(cut.Diagnostics, cell.Code);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new CellResult { Error = Stopped(cell) };
        }
        catch (Exception e)
        {
            return new CellResult { Error = _errors.Of(e, cell) };
        }
    }

    // Without C# on the way the same signal stops what takes too much memory, such as a query with too many rows.
    private CellError Stopped(CellRequest cell) =>
        CellMemory.IsExhausted ? _errors.Of(new OutOfMemoryException(), cell) : CellErrors.Interrupted();

    /// <inheritdoc/>
    public Task<CompletionList> CompleteAsync(string cell, int offset, CancellationToken cancellation) =>
        BracketDepth.MistakeIn(cell) is null
            ? _assistance.CompleteAsync(cell, offset, cancellation)
            : Task.FromResult(CompletionList.None(offset));

    /// <inheritdoc/>
    public Task<MimeBundle?> InspectAsync(string cell, int offset, CancellationToken cancellation) =>
        BracketDepth.MistakeIn(cell) is null
            ? _assistance.InspectAsync(cell, offset, cancellation)
            : Task.FromResult<MimeBundle?>(null);

    /// <inheritdoc/>
    public Task<Completeness> CompletenessAsync(string cell, CancellationToken cancellation) =>
        BracketDepth.MistakeIn(cell) is null
            ? _assistance.CompletenessAsync(cell, cancellation)
            : Task.FromResult(Completeness.Invalid);

    /// <inheritdoc/>
    public CellError? ErrorOfThread(Exception exception) => _errors.OfThread(exception);

    /// <inheritdoc/>
    public async Task<CellResult> EvaluateAsync(string expression, CancellationToken cancellation)
    {
        var result = await RunGuardedAsync(new CellRequest(expression, 0), SilentOutput.Instance, cancellation);
        return result is { Error: null, Value: null }
            ? result with { Value = result.Pages.Count > 0 ? result.Pages[0] : MimeBundle.Plain("null") }
            : result;
    }

    /// <summary>Closes the session.</summary>
    public ValueTask DisposeAsync() => _parts.Session.DisposeAsync();

    private async Task<CellResult> HelpAsync(string name, CellRequest cell, CancellationToken cancellation)
    {
        var page = await new HelpQuestion(new HelpPages(_parts)).AnswerAsync(name, cell.Code, cancellation);
        return page.Succeeded ? new CellResult { Pages = [page.Value] } : Failed(page.Diagnostics, cell.Code);
    }

    private async Task<CellResult> RunAsync(
        CellRun run, IReadOnlyList<CellSegment> segments, CancellationToken cancellation)
    {
        foreach (var segment in segments)
        {
            var problems = segment.Kind == CellSegmentKind.CSharp
                ? await CSharpAsync(segment.Body, run, cancellation)
                : await FlowLogsAsync(segment, run, cancellation);
            if (problems.Any(e => e.IsError))
                return Failed([.. run.Warnings, .. problems], run.Request.Code);
            run.Warn(problems);
        }

        return new CellResult { Value = run.Value, Pages = run.Pages, Diagnostics = run.Warnings };
    }

    private async Task<IReadOnlyList<Diagnostic>> FlowLogsAsync(
        CellSegment segment, CellRun run, CancellationToken cancellation)
    {
        run.Query = new QueryDirective();
        run.Variables = [];
        foreach (var line in segment.Directives)
        {
            var problems = PlacedInDirective(await _directives.RunAsync(line, run, cancellation), line);
            if (problems.Any(p => p.IsError))
                return problems;
            run.Warn(problems);
        }

        if (segment.Kind == CellSegmentKind.Kql && !string.IsNullOrWhiteSpace(segment.Body.Text))
            return PlacedInQuery(await _kql.RunAsync(segment.Body.Text, run, cancellation), segment.Body);
        return run.Query.Name is { } name && segment.Directives is [var only] ? [NoQuery(name, only)] : [];
    }

    private static Diagnostic NoQuery(string name, TextSlice line) => new Diagnostic(
        "FK0415", $"There is no query whose result could be kept as '{name}'.", new TextSpan(0, line.Text.TrimEnd().Length),
        "Write the query below this line, in the same cell.").Shift(line.Start);

    private async Task<IReadOnlyList<Diagnostic>> CSharpAsync(
        TextSlice code, CellRun run, CancellationToken cancellation)
    {
        run.FlushValue();
        var place = new CellCode(code.Text, run.Request.Number, code.FirstLine)
        {
            Warn = warnings => run.Warn(Placed(warnings, code)),
        };
        var value = await _parts.CSharp.RunAsync(place, run.Output, cancellation);
        if (value is { Succeeded: true, Value.HasValue: true })
            run.Value = await _parts.ShowValue(value.Value.Value, cancellation);
        return Placed(value.Diagnostics, code);
    }

    // What is wrong with a query as a whole stands nowhere in it.
    private static IReadOnlyList<Diagnostic> PlacedInQuery(IReadOnlyList<Diagnostic> problems, TextSlice slice) =>
        [.. problems.Select(p => p.Span == default ? p : p.Shift(slice.Start))];

    // What the line asks for cannot be done: nothing of it is the mistake alone.
    private static IReadOnlyList<Diagnostic> PlacedInDirective(IReadOnlyList<Diagnostic> problems, TextSlice line) =>
        Placed([.. problems.Select(p => p is { Span: { Start: 0, Length: 0 }, File: null } ? p with { Span = new TextSpan(0, line.Text.TrimEnd().Length) } : p)], line);

    private static IReadOnlyList<Diagnostic> Placed(IReadOnlyList<Diagnostic> problems, TextSlice slice) =>
        [.. problems.Select(p => p.Shift(slice.Start))];

    private static CellResult Failed(IReadOnlyList<Diagnostic> diagnostics, string cell) =>
        new() { Error = CellErrors.Of(diagnostics, cell), Diagnostics = diagnostics };
}
