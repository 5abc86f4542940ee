using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs;
using FlowKernel.Notebook.Directives;
using FlowKernel.Recipes;
using FlowKernel.Reference;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>
/// Finds help by name, in this order: C# variable, recipe, table, name of KQL, column, directive, C# name; last a name
/// of KQL in any case.
/// </summary>
internal sealed class HelpPages(NotebookParts parts)
{
    /// <summary>The page of a name; FK1301 with the nearest one where there is none.</summary>
    public async Task<Outcome<MimeBundle>> FindAsync(string name, CancellationToken cancellation)
    {
        var scope = Scope();
        if (await PageAsync(name, scope, cancellation) is { } page)
            return page.ToBundle();
        if (await CSharpAsync(name, cancellation) is { } info)
            return info;
        return await new KqlTopicPage(parts).FindAsync(name, scope, cancellation) is { } any
            ? any.ToBundle()
            : Nothing(name, scope);
    }

    private async Task<HelpPage?> PageAsync(string name, QueryScope scope, CancellationToken cancellation)
    {
        if (parts.CSharp.Variables.Contains(name, StringComparer.Ordinal))
            return null;
        if (RecipeLibrary.All.FirstOrDefault(r => r.Name == name) is { } recipe)
            return RecipePage.Of(recipe);
        if (scope.Schema.Find(name) is { } table)
            return TablePage.Of(table);
        if (name == KqlIndexPage.Name)
            return KqlIndexPage.Make();
        return (IsKql(name) ? await new KqlTopicPage(parts).FindAsync(name, scope, cancellation) : null)
            ?? await new ColumnPage(parts).FindAsync(name, scope, cancellation)
            ?? Directive(name);
    }

    private static bool IsKql(string name) =>
        KqlReference.Find(name).Any(t => name.TrimEnd('(', ')') == t.Name) || KqlReference.Older.ContainsKey(name);

    private QueryScope Scope() =>
        parts.Session.ScopeOf(new QueryRequest("")).Value ?? new QueryScope(FlowLogTables.Database, DateTime.UnixEpoch);

    private HelpPage? Directive(string name) =>
        parts.Directives.Parse($"#!flowlogs help {name}").Value is HelpDirective { Topic: null } help
            ? DirectivePage.Of(help.Help)
            : null;

    private async Task<MimeBundle?> CSharpAsync(string name, CancellationToken cancellation)
    {
        var info = await parts.CSharp.ExplainAsync(name, name.Length, cancellation)
            ?? await parts.CSharp.ExplainAsync(name, name.Length - 1, cancellation);
        return info is null
            ? null
            : MimeBundle.Of((MimeTypes.Markdown, info.Markdown), (MimeTypes.Plain, info.Plain ?? info.Markdown));
    }

    private Diagnostic Nothing(string name, QueryScope scope) => new(
        "FK1301", $"There is no help on '{name}'.", default,
        new KnownNames(parts).Nearest(name, scope.Schema) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : "Ask about a recipe, a table or column, a KQL operator or function, a directive or a C# name.");
}
