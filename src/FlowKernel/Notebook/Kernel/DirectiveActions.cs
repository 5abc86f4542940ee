using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Cells;
using FlowKernel.Notebook.Directives;
using FlowKernel.Notebook.Exporting;
using FlowKernel.Notebook.Kernel.Errors;
using FlowKernel.Notebook.Kernel.Help;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>Does what <c>#!flowlogs</c> lines ask for.</summary>
internal sealed class DirectiveActions(
    NotebookParts parts, KqlCell kql, CellErrors errors, NotebookExport export)
{
    public async Task<IReadOnlyList<Diagnostic>> RunAsync(
        TextSlice line, CellRun run, CancellationToken cancellation)
    {
        var directive = parts.Directives.Parse(line.Text);
        return directive.Succeeded
            ? await RunAsync(directive.Value, line, run, cancellation)
            : directive.Diagnostics;
    }

    private Task<IReadOnlyList<Diagnostic>> RunAsync(
        Directive directive, TextSlice line, CellRun run, CancellationToken cancellation)
    {
        switch (directive)
        {
            case QueryDirective query:
                return OptionsAsync(query, line, run, cancellation);
            case RecipeDirective recipe:
                return new RecipeAction(parts, kql).RunAsync(recipe, line, run, cancellation);
            case ConnectDirective connect:
                return ConnectAsync(connect, run, cancellation);
            case ImportDirective import:
                return ImportAsync(import, run, cancellation);
            case ExportDirective report:
                return ExportAsync(report, line.Text, run, cancellation);
            case RecipesDirective recipes:
                run.Show([RecipeList.Show(recipes.Words)]);
                return Done;
            case SchemaDirective schema:
                return SchemaAsync(schema, run, cancellation);
            case TraceDirective:
                run.Show([MimeBundle.Plain(errors.LastTrace ?? "No exception yet.")]);
                return Done;
            case HelpDirective { Topic: { } topic }:
                return HelpAsync(topic, line.Text, run, cancellation);
            case HelpDirective help:
                run.Show([DirectivePage.Of(help.Help).ToBundle()]);
                return Done;
            default:
                throw new InvalidOperationException($"No action for {directive.GetType().Name}.");
        }
    }

    private async Task<IReadOnlyList<Diagnostic>> HelpAsync(
        string topic, string line, CellRun run, CancellationToken cancellation)
    {
        var page = await new HelpPages(parts).FindAsync(topic, cancellation);
        if (page.Succeeded)
            run.Show([page.Value]);
        var span = new Text.TextSpan(Math.Max(0, line.LastIndexOf(topic, StringComparison.Ordinal)), topic.Length);
        return [.. page.Diagnostics.Select(d => d with { Span = span })];
    }

    private async Task<IReadOnlyList<Diagnostic>> OptionsAsync(
        QueryDirective query, TextSlice line, CellRun run, CancellationToken cancellation)
    {
        run.Query = run.Query.And(query);
        if (ConnectionOption.Unknown(query.On, line.Text, parts.Session) is { Count: > 0 } unknown)
            return unknown;
        var name = await ResultNames.CheckAsync(query.Name, line.Text, parts, cancellation);
        var variables = HandedVariables.Read(query.Parameters, parts.CSharp, line);
        if (variables.Succeeded)
            run.Variables = [.. run.Variables.Concat(variables.Value).DistinctBy(v => v.Name)];
        return [.. name, .. variables.Diagnostics];
    }

    private static Task<IReadOnlyList<Diagnostic>> Done => Task.FromResult<IReadOnlyList<Diagnostic>>([]);

    private async Task<IReadOnlyList<Diagnostic>> ConnectAsync(
        ConnectDirective directive, CellRun run, CancellationToken cancellation)
    {
        var connection = await parts.Places.OpenAsync(directive, run.Output, cancellation);
        if (!connection.Succeeded)
            return connection.Diagnostics;
        await parts.Session.ConnectAsync(connection.Value, directive.As);
        run.Show([ConnectionNote.Show(connection.Value, directive.As)]);
        return connection.Diagnostics;
    }

    private async Task<IReadOnlyList<Diagnostic>> ExportAsync(
        ExportDirective directive, string line, CellRun run, CancellationToken cancellation)
    {
        var written = await export.RunAsync(directive, line, run.Request.Code, cancellation);
        if (written.Succeeded)
            run.Show([written.Value]);
        return written.Diagnostics;
    }

    private async Task<IReadOnlyList<Diagnostic>> ImportAsync(
        ImportDirective directive, CellRun run, CancellationToken cancellation)
    {
        var report = await parts.Places.ImportAsync(directive, parts.Session.Current, run.Output, cancellation);
        if (report.Succeeded)
            run.Show([report.Value]);
        return report.Diagnostics;
    }

    private async Task<IReadOnlyList<Diagnostic>> SchemaAsync(
        SchemaDirective directive, CellRun run, CancellationToken cancellation)
    {
        var scope = parts.Session.ScopeOf(new QueryRequest(""));
        if (!scope.Succeeded)
            return scope.Diagnostics;
        var shown = await new SchemaView(parts.Session, scope.Value).ShowAsync(directive.Words, cancellation);
        if (!shown.Succeeded)
            return shown.Diagnostics;
        run.Show([shown.Value]);
        return [];
    }
}
