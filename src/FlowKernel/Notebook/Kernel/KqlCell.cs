using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Directives;
using FlowKernel.Notebook.Progress;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>Runs KQL segments: parameters in, result out, kept and shown.</summary>
internal sealed class KqlCell(NotebookParts parts)
{
    /// <summary>Runs a text with the options and variables that the cell's directive lines gave.</summary>
    public async Task<IReadOnlyList<Diagnostic>> RunAsync(string kql, CellRun run, CancellationToken cancellation)
    {
        var request = new QueryRequest(kql)
        {
            On = run.Query.On,
            Last = run.Query.Last,
            Parameters = run.Variables.ToDictionary(v => v.Name, v => v.Parameter),
        };
        if (run.Variables.Count > 0)
            run.Warn(await UnusedAsync(request, run.Variables, cancellation));
        return await RunAsync(request, run.Query, run, cancellation);
    }

    /// <summary>Runs a query; the diagnostics that come back have offsets into its text.</summary>
    public async Task<IReadOnlyList<Diagnostic>> RunAsync(
        QueryRequest request, QueryDirective options, CellRun run, CancellationToken cancellation)
    {
        if (options.Explain || options.DryRun)
        {
            var explained = await QueryExplanation.OfAsync(parts.Session, request, cancellation);
            if (!explained.Succeeded)
                return explained.Diagnostics;
            run.Show([options.Explain ? explained.Value.Show() : explained.Value.ShowQuery()]);
            if (options.DryRun)
                return explained.Diagnostics;
        }

        var result = await QueryProgress.RunAsync(parts.Session, request, run.Output, cancellation);
        if (!result.Succeeded)
            return result.Diagnostics;
        if (options.Explain)
            run.Show([MimeBundle.Plain(StageTimes.Of(result.Value))]);
        var drawn = options.Chart is { } kind ? Redrawn(result.Value, kind) : result.Value;
        await KeepAsync(request, drawn, options.Name, cancellation);
        return [.. result.Diagnostics, .. OthersNotKept(drawn, options.Name), .. Show(drawn, options, run)];
    }

    private static IEnumerable<Diagnostic> OthersNotKept(QueryResult result, string? name) =>
        name is null || result.Tables.Count == 1 ? [] : [NamedResults.FirstOfSeveral(name, result.Tables.Count)];

    private IEnumerable<Diagnostic> Show(QueryResult result, QueryDirective options, CellRun run)
    {
        if (run.Request.Silent)
            return [];
        var shown = parts.Display.ShowAll(result, options.Limit);
        run.Show(shown.Bundles);
        return shown.ChartProblems.Select(p => p with { Severity = Severity.Warning });
    }

    private async Task<IReadOnlyList<Diagnostic>> UnusedAsync(
        QueryRequest request, IReadOnlyList<HandedVariable> variables, CancellationToken cancellation)
    {
        var query = await parts.Session.CheckAsync(request, cancellation);
        if (!query.Succeeded)
            return [];
        var unused = variables.Where(v => !query.Value.UsedParameters.Contains(v.Name));
        return [.. unused.Select(HandedVariableMistakes.Unused)];
    }

    private async Task KeepAsync(
        QueryRequest request, QueryResult result, string? name, CancellationToken cancellation)
    {
        if (name is null)
            return;
        parts.Session.Kept.Keep(name, result.Table);
        var rows = new FlowRows(new Flow(parts.Session, parts.Display), request, result);
        await parts.CSharp.KeepAsync(name, rows, cancellation);
    }

    private static QueryResult Redrawn(QueryResult result, string kind) =>
        result with { Render = (result.Render ?? new RenderProperties(kind)) with { Visualization = kind } };
}
