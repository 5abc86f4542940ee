using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs;
using FlowKernel.Recipes;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>
/// Finds help by name, in this order: recipe, table, KQL operator, column, KQL function or aggregate, directive,
/// C# name.
/// </summary>
internal sealed class HelpPages(NotebookParts parts)
{
    private const string Documentation = "https://learn.microsoft.com/kusto/query/";

    /// <summary>The page of a name; a diagnostic with the nearest one where there is none.</summary>
    public async Task<Outcome<MimeBundle>> FindAsync(string name, CancellationToken cancellation)
    {
        var page = RecipeLibrary.All.FirstOrDefault(r => r.Name == name) is { } recipe ? RecipePage.Of(recipe)
            : Table(name) ?? Operator(name) ?? Columns(name)
            ?? await FunctionAsync(name, cancellation) ?? Directive(name) ?? await CSharpAsync(name, cancellation);
        return page is null ? Nothing(name) : page;
    }

    private QueryScope Scope() =>
        parts.Session.ScopeOf(new QueryRequest("")).Value ?? new QueryScope(FlowLogTables.Database, DateTime.UnixEpoch);

    private MimeBundle? Table(string name) => Scope().Schema.Find(name) is { } table
        ? new HelpPage($"Table {table.Name}").Say(table.Description ?? "")
            .Show(string.Join('\n', table.Columns.Select(c => Line(c))), "text")
            .Say($"As a table: #!flowlogs schema {table.Name}").ToBundle()
        : null;

    private static string Line(KqlColumn column) =>
        $"{column.Name}: {column.Type.Name()}" + (ColumnNotes.Find(column.Name) is { } note ? $"  — {note}" : "");

    private static MimeBundle? Operator(string name) => OperatorNotes.All.TryGetValue(name, out var note)
        ? new HelpPage($"KQL operator {name}").Say(note.Does).Show(note.Example)
            .Say($"{Documentation}{name}-operator").ToBundle()
        : null;

    private MimeBundle? Columns(string name)
    {
        var holders = Scope().Schema.Tables.Where(t => t.Columns.Any(c => c.Name == name)).ToList();
        if (holders.Count == 0)
            return null;
        var type = holders[0].Columns.First(c => c.Name == name).Type.Name();
        return new HelpPage($"Column {name}: {type}").Say(ColumnNotes.Find(name) ?? "")
            .Say($"In {string.Join(", ", holders.Select(t => t.Name))}.").ToBundle();
    }

    // The binder tells a function from any other name only where one stands; an aggregate stands in summarize alone.
    private async Task<MimeBundle?> FunctionAsync(string name, CancellationToken cancellation)
    {
        foreach (var (before, what) in new[] { ("print ", "function"), ("print X = 1 | summarize ", "aggregate") })
        {
            var kql = $"{before}{name}()";
            var info = await parts.Session.Language.ExplainAsync(kql, before.Length + 1, Scope(), cancellation);
            if (info?.Markdown.Split('\n')[0].Trim('`') is { } signature
                && signature.StartsWith(name + "(", StringComparison.Ordinal))
            {
                var kind = what == "function" ? what : "aggregation-function";
                return new HelpPage($"KQL {what} {name}").Show(signature)
                    .Say($"{Documentation}{name.Replace('_', '-')}-{kind}").ToBundle();
            }
        }

        return null;
    }

    private MimeBundle? Directive(string name) =>
        parts.Directives.Parse($"#!flowlogs help {name}").Value is Directives.HelpDirective { Topic: null } help
            ? MimeBundle.Plain(help.Text)
            : null;

    private async Task<MimeBundle?> CSharpAsync(string name, CancellationToken cancellation)
    {
        var info = await parts.CSharp.ExplainAsync(name, name.Length, cancellation)
            ?? await parts.CSharp.ExplainAsync(name, name.Length - 1, cancellation);
        return info is null
            ? null
            : MimeBundle.Of((MimeTypes.Markdown, info.Markdown), (MimeTypes.Plain, info.Plain ?? info.Markdown));
    }

    private Diagnostic Nothing(string name)
    {
        var schema = Scope().Schema;
        var known = RecipeLibrary.All.Select(r => r.Name).Concat(OperatorNotes.All.Keys)
            .Concat(schema.Tables.Select(t => t.Name))
            .Concat(schema.Tables.SelectMany(t => t.Columns).Select(c => c.Name));
        return new Diagnostic(
            "FK1301", $"There is no help on '{name}'.", default,
            NearestName.Find(name, known) is { } nearest
                ? $"Did you mean '{nearest}'?"
                : "Ask about a recipe, a table or column, a KQL operator or function, a directive or a C# name.");
    }
}
