using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Session;

/// <summary>A query without errors, bound to a scope.</summary>
/// <param name="Kql">The text as the user wrote it.</param>
/// <param name="Scope">What it was checked against.</param>
/// <param name="Columns">The columns of its (first) result.</param>
/// <param name="Render">What its render operator asks for, or null.</param>
public record CheckedQuery(
    string Kql, QueryScope Scope, IReadOnlyList<KqlColumn> Columns, RenderProperties? Render)
{
    /// <summary>Where the render operator stands, with its pipe; null when there is none.</summary>
    public TextSpan? RenderSpan { get; init; }

    /// <summary>The names of the scope's parameters that the query uses.</summary>
    public IReadOnlyList<string> UsedParameters { get; init; } = [];

    /// <summary>The parameters that <c>declare query_parameters</c> declares, with their types.</summary>
    public IReadOnlyList<KqlColumn> DeclaredParameters { get; init; } = [];

    /// <summary>What the checker warns of.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; init; } = [];

    /// <summary>
    /// True when rows may have more columns than <see cref="Columns"/>: those of a table that is not wholly known, or
    /// those that a plug-in makes of the data.
    /// </summary>
    public bool MayHaveMoreColumns => NamesOpenTable || KqlScan.Words(Kql).Contains(Evaluate, StringComparer.Ordinal);

    private const string Evaluate = "evaluate";

    /// <summary>True when it names a table whose columns are not all known: its own are only believed.</summary>
    public bool NamesOpenTable
    {
        get
        {
            var tables = Scope.Schema.Tables.Where(t => t.IsOpen).Select(t => t.Name);
            var open = tables.ToHashSet(StringComparer.Ordinal);
            return open.Count > 0 && KqlScan.Words(Kql).Any(open.Contains);
        }
    }
}
