namespace FlowKernel.Notebook.Directives;

/// <summary>What a <c>#!flowlogs</c> line asks for.</summary>
public abstract record Directive;

/// <summary>Run the KQL below (or the recipe named) with these options.</summary>
public sealed record QueryDirective : Directive
{
    /// <summary>The name to keep the result under, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The connection to run on, or null for the current one.</summary>
    public string? On { get; init; }

    /// <summary>How far back to look, or null for all of the data.</summary>
    public TimeSpan? Last { get; init; }

    /// <summary>Names of C# variables to hand over as typed parameters.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>The chart to draw whatever the query's render says, by KQL name, or null.</summary>
    public string? Chart { get; init; }

    /// <summary>How many rows to show at most, or null for the usual number.</summary>
    public int? Limit { get; init; }

    /// <summary>Show the stages of the query.</summary>
    public bool Explain { get; init; }

    /// <summary>Check the query and show it, but do not run it.</summary>
    public bool DryRun { get; init; }

    /// <summary>These options with those of one more line of the same head; the later line wins.</summary>
    public QueryDirective And(QueryDirective later) => new()
    {
        Name = later.Name ?? Name,
        On = later.On ?? On,
        Last = later.Last ?? Last,
        Parameters = [.. Parameters.Union(later.Parameters, StringComparer.Ordinal)],
        Chart = later.Chart ?? Chart,
        Limit = later.Limit ?? Limit,
        Explain = later.Explain || Explain,
        DryRun = later.DryRun || DryRun,
    };
}

/// <summary>Run a recipe: its name, its arguments as typed, and the options of a query.</summary>
public sealed record RecipeDirective(
    string Recipe, IReadOnlyList<KeyValuePair<string, string>> Arguments, QueryDirective Options) : Directive;

/// <summary>List the recipes that mention all these words.</summary>
public sealed record RecipesDirective(IReadOnlyList<string> Words) : Directive;

/// <summary>
/// Connect to a place: its kind (sample, local, workspace, kusto), what names it, and a name for the connection or
/// null.
/// </summary>
public sealed record ConnectDirective(string Kind, IReadOnlyList<string> Arguments, string? As) : Directive
{
    /// <summary>How to sign in to Azure, or null for the usual way.</summary>
    public string? Auth { get; init; }

    /// <summary>Where Log Analytics answers, or null for the public cloud.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Paths and addresses below which <c>externaldata</c> may read.</summary>
    public IReadOnlyList<string> AllowedData { get; init; } = [];
}

/// <summary>Show the tables, a table's columns, or the columns that these words are found in.</summary>
public sealed record SchemaDirective(IReadOnlyList<string> Words) : Directive;

/// <summary>Import flow logs into the current local store, or into the folder named.</summary>
public sealed record ImportDirective(IReadOnlyList<string> Paths, string? Data) : Directive;

/// <summary>Show the whole stack trace of the last exception.</summary>
public sealed record TraceDirective : Directive;

/// <summary>
/// Write the notebook as an HTML report, with the text cells of a saved notebook file or, where none is named, of what
/// the front end tells.
/// </summary>
public sealed record ExportDirective(string File, string? Notebook) : Directive;

/// <summary>
/// Show what <c>#!flowlogs</c> can do: all of it or the directive that was named, or help on another topic.
/// </summary>
public sealed record HelpDirective(DirectiveHelp Help) : Directive
{
    /// <summary>What help is asked on, where it is no directive; otherwise null.</summary>
    public string? Topic { get; init; }
}
