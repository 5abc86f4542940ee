using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs;
using FlowKernel.Recipes;
using FlowKernel.Reference;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>
/// Finds help by name, in this order: C# variable, type or function of a cell, recipe, table, name of KQL with an option of
/// the same name, column, directive or option, line of a cell, C# name; last a name of KQL in any case.
/// </summary>
internal sealed class HelpPages(NotebookParts parts)
{
    private const string Directives = "#!flowlogs";

    /// <summary>
    /// The page of a name, the overview for none; FK1301 with the nearest one where there is no page.
    /// </summary>
    public async Task<Outcome<MimeBundle>> FindAsync(string name, CancellationToken cancellation)
    {
        var found = await FindAsync(name, page => page.ToBundle(), cancellation);
        return found is not null ? found : HelpSentences.Nothing(name, new KnownNames(parts).Nearest(name, Scope().Schema));
    }

    /// <summary>What the page of a name begins with, for an editor; null where there is no page.</summary>
    public Task<MimeBundle?> BeginAsync(string name, CancellationToken cancellation) =>
        FindAsync(name, page => page.Beginning().ToBundle(), cancellation);

    /// <summary>The names to offer for what is typed of one.</summary>
    public IReadOnlyList<CompletionItem> Offer(string typed) => new KnownNames(parts).Fitting(typed, Scope().Schema);

    private async Task<MimeBundle?> FindAsync(
        string name, Func<HelpPage, MimeBundle> show, CancellationToken cancellation)
    {
        var scope = Scope();
        name = AskedName.Of(name);
        if (await PageAsync(name, scope, cancellation) is { } page)
            return show(page);
        if (await CSharpAsync(name, cancellation) is { } info)
            return info;
        return await new KqlTopicPage(parts).FindAsync(name, scope, cancellation) is { } any ? show(any) : null;
    }

    private async Task<HelpPage?> PageAsync(string name, QueryScope scope, CancellationToken cancellation)
    {
        if (name.Length == 0)
            return OverviewPage.Make();
        if (parts.CSharp.Variables.Concat(parts.CSharp.Declarations).Contains(BareName(name), StringComparer.Ordinal))
            return null;
        if (RecipeLibrary.All.FirstOrDefault(r => r.Name == name) is { } recipe)
            return RecipePage.Of(recipe);
        if (scope.Schema.Find(name) is { } table)
            return TablePage.Of(table);
        if (name == KqlIndexPage.Name)
            return KqlIndexPage.Make();
        return await KqlAsync(name, scope, cancellation)
            ?? await new ColumnPage(parts).FindAsync(name, scope, cancellation)
            ?? Directive(name);
    }

    private static string BareName(string name) => name.EndsWith("()", StringComparison.Ordinal) ? name[..^2] : name;

    private async Task<HelpPage?> KqlAsync(string name, QueryScope scope, CancellationToken cancellation)
    {
        if (!IsKql(name) || await new KqlTopicPage(parts).FindAsync(name, scope, cancellation) is not { } page)
            return null;
        return Directive(name) is { } option ? page.And(option) : page;
    }

    private static bool IsKql(string name) =>
        KqlReference.Find(name).Any(t => t.Name == name || name == t.Name + "()") || KqlReference.Older.ContainsKey(name);

    private HelpPage? Directive(string name)
    {
        if (CellLines.Find(name) is { } line)
            return DirectivePage.Of(line);
        var path = name == Directives || name.StartsWith(Directives + " ", StringComparison.Ordinal)
            ? name[Directives.Length..]
            : name;
        return parts.Directives.Explain(path) is { } help ? DirectivePage.Of(help) : null;
    }

    private async Task<MimeBundle?> CSharpAsync(string name, CancellationToken cancellation) =>
        await parts.CSharp.ExplainNameAsync(name, cancellation) is { } info
            ? MimeBundle.Of((MimeTypes.Markdown, info.Markdown), (MimeTypes.Plain, info.Plain ?? info.Markdown))
            : null;

    // Before the first connection the tables of flow logs are the best guess.
    private QueryScope Scope() =>
        parts.Session.ScopeOf(new QueryRequest("")).Value ?? new QueryScope(FlowLogTables.Database, DateTime.UnixEpoch);
}
