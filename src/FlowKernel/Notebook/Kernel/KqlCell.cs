using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Directives;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel;

/// <summary>Runs KQL segments: parameters in, result out, kept and shown.</summary>
internal sealed class KqlCell(NotebookParts parts)
{
    /// <summary>Runs a text with the options that the cell's directive lines gave.</summary>
    public Task<IReadOnlyList<Diagnostic>> RunAsync(string kql, CellRun run, CancellationToken cancellation)
    {
        var request = RequestOf(kql, run.Query);
        return request.Succeeded
            ? RunAsync(request.Value, run.Query, run, cancellation)
            : Task.FromResult(request.Diagnostics);
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

        var result = await parts.Session.QueryAsync(request, cancellation);
        if (!result.Succeeded)
            return result.Diagnostics;
        var drawn = options.Chart is { } kind ? Redrawn(result.Value, kind) : result.Value;
        await KeepAsync(request, drawn, options.Name, cancellation);
        return [.. result.Diagnostics, .. Show(drawn, options, run)];
    }

    private IEnumerable<Diagnostic> Show(QueryResult result, QueryDirective options, CellRun run)
    {
        if (run.Request.Silent)
            return [];
        var shown = parts.Display.ShowAll(result, options.Limit);
        run.Show(shown.Bundles);
        return shown.ChartProblems.Select(p => p with { Severity = Severity.Warning });
    }

    private async Task KeepAsync(
        QueryRequest request, QueryResult result, string? name, CancellationToken cancellation)
    {
        if (name is null)
            return;
        parts.Session.Kept.Keep(name, result.Table);
        var value = new FlowResult(new Flow(parts.Session, parts.Display), request, result);
        await parts.CSharp.SetAsync(name, value, typeof(FlowResult), cancellation);
    }

    private Outcome<QueryRequest> RequestOf(string kql, QueryDirective options)
    {
        var parameters = new Dictionary<string, QueryParameter>(StringComparer.Ordinal);
        foreach (var name in options.Parameters)
        {
            if (!parts.CSharp.TryGet(name, out var value, out var type))
                return NoVariable(name);
            if (QueryParameters.From(value, type) is not { } parameter)
                return NoParameter(name, type);
            parameters[name] = parameter;
        }

        return new QueryRequest(kql) { On = options.On, Last = options.Last, Parameters = parameters };
    }

    private static QueryResult Redrawn(QueryResult result, string kind) =>
        result with { Render = (result.Render ?? new RenderProperties(kind)) with { Visualization = kind } };

    private static Diagnostic NoVariable(string name) => new(
        "FK0412", $"There is no C# variable '{name}' to hand over.", new TextSpan(0, 0),
        "Declare it in a C# cell before this one, and run that cell.");

    private static Diagnostic NoParameter(string name, Type type) => new(
        "FK0413", $"The C# variable '{name}' is a {type.Name}, which KQL has no type for.", new TextSpan(0, 0),
        $"Hand over one of: {QueryParameters.SupportedTypes}; or a list of them.");
}
