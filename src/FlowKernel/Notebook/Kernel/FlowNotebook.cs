using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Cells;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>The FlowKernel notebook: KQL, C# and directives in one session. See <see cref="INotebookKernel"/>.</summary>
public sealed class FlowNotebook : INotebookKernel
{
    private readonly NotebookParts _parts;
    private readonly DirectiveActions _directives;
    private readonly KqlCell _kql;
    private readonly CellAssistance _assistance;

    /// <summary>A notebook of these parts.</summary>
    public FlowNotebook(NotebookParts parts)
    {
        _parts = parts;
        _kql = new KqlCell(parts);
        _directives = new DirectiveActions(parts, _kql);
        _assistance = new CellAssistance(parts);
    }

    /// <inheritdoc/>
    public async Task<CellResult> RunAsync(CellRequest cell, ICellOutput output, CancellationToken cancellation)
    {
        CellScope.Enter(output, cancellation);
        try
        {
            var segments = CellSplitter.Split(cell.Code);
            return segments.Succeeded
                ? await RunAsync(cell, segments.Value, output, cancellation)
                : Failed(segments.Diagnostics, cell.Code);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new CellResult { Error = CellErrors.Interrupted() };
        }
        catch (Exception e)
        {
            return new CellResult { Error = CellErrors.Of(e, cell.Code, _parts.Explain(e)) };
        }
    }

    /// <inheritdoc/>
    public Task<CompletionList> CompleteAsync(string cell, int offset, CancellationToken cancellation) =>
        _assistance.CompleteAsync(cell, offset, cancellation);

    /// <inheritdoc/>
    public Task<MimeBundle?> InspectAsync(string cell, int offset, CancellationToken cancellation) =>
        _assistance.InspectAsync(cell, offset, cancellation);

    /// <inheritdoc/>
    public Task<Completeness> CompletenessAsync(string cell, CancellationToken cancellation) =>
        _assistance.CompletenessAsync(cell, cancellation);

    /// <inheritdoc/>
    public async Task<CellResult> EvaluateAsync(string expression, CancellationToken cancellation)
    {
        try
        {
            var value = await _parts.CSharp.RunAsync(expression, SilentCell.Output, cancellation);
            return value.Succeeded
                ? new CellResult { Value = _parts.ShowValue(value.Value.Value) ?? MimeBundle.Plain("null") }
                : Failed(value.Diagnostics, expression);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new CellResult { Error = CellErrors.Of(e, expression, _parts.Explain(e)) };
        }
    }

    /// <summary>Closes the session.</summary>
    public ValueTask DisposeAsync() => _parts.Session.DisposeAsync();

    private async Task<CellResult> RunAsync(
        CellRequest cell, IReadOnlyList<CellSegment> segments, ICellOutput output, CancellationToken cancellation)
    {
        var run = new CellRun(cell, output);
        foreach (var segment in segments)
        {
            var errors = await (segment.Kind switch
            {
                SegmentKind.Directive => _directives.RunAsync(segment, run, cancellation),
                SegmentKind.Kql => _kql.RunAsync(segment, run, cancellation),
                _ => CSharpAsync(segment, run, cancellation),
            });
            if (errors.Any(e => e.IsError))
                return Failed([.. errors.Select(e => e.Shift(segment.Offset))], cell.Code);
            run.Warn([.. errors.Select(e => e.Shift(segment.Offset))]);
        }

        return new CellResult { Value = run.Value, Pages = run.Pages };
    }

    private async Task<IReadOnlyList<Diagnostic>> CSharpAsync(
        CellSegment segment, CellRun run, CancellationToken cancellation)
    {
        run.FlushValue();
        var value = await _parts.CSharp.RunAsync(run.CodeOf(segment), run.Output, cancellation);
        if (value is { Succeeded: true, Value: { HasValue: true } } result)
            run.Value = _parts.ShowValue(result.Value.Value);
        return value.Diagnostics;
    }

    private static CellResult Failed(IReadOnlyList<Diagnostic> diagnostics, string cell) =>
        new() { Error = CellErrors.Of(diagnostics, cell) };
}
