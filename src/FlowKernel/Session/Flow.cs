using System.Diagnostics.CodeAnalysis;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Recipes;
using FlowKernel.Results;
using FlowKernel.Session.Mapping;

namespace FlowKernel.Session;

/// <summary>What C# cells know as <c>Flow</c>: queries, recipes and results of the notebook's session.</summary>
public sealed class Flow(FlowSession session, ResultDisplay display)
{
    /// <summary>The session behind it.</summary>
    public FlowSession Session => session;

    /// <summary>Ready-made queries, one method each.</summary>
    public FlowRecipes Recipes => new(this);

    /// <summary>How results are shown.</summary>
    internal ResultDisplay Display => display;

    /// <summary>
    /// A query on the current connection; <c>await</c> it for its result. Values go in as typed parameters:
    /// <c>Flow.Query("NTANetAnalytics | where SrcIp == ip", new { ip })</c>.
    /// </summary>
    /// <param name="kql">The query.</param>
    /// <param name="parameters">An object whose properties are the query's parameters, or null.</param>
    public FlowQuery Query([StringSyntax("Kql")] string kql, object? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(kql);
        return new(this, new QueryRequest(kql) { Parameters = QueryParameters.FromProperties(parameters) });
    }

    /// <summary>
    /// A query written as an interpolated string, whose holes are typed parameters:
    /// <c>Flow.Query($"NTANetAnalytics | where SrcIp == {ip}")</c>. Values never become query text.
    /// </summary>
    /// <param name="kql">The query.</param>
    /// <param name="parameters">An object whose properties are more parameters, or null.</param>
    public FlowQuery Query([StringSyntax("Kql")] KqlText kql, object? parameters = null) =>
        new(this, new QueryRequest(kql.Kql)
        {
            Parameters = kql.Parameters.Concat(QueryParameters.FromProperties(parameters)).ToDictionary(),
        });

    /// <summary>
    /// Keeps a result as a table that later queries can name. Throws <see cref="DiagnosticException"/> for the name of
    /// a connection's own table (FK1105), or none (FK1120).
    /// </summary>
    public void Keep(string name, FlowResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Keep(name, result.Table);
    }

    /// <summary>
    /// Makes a table of C# rows that later queries can name, also in <c>in (suspects)</c>. Columns are the public
    /// properties and fields of the rows, the parts of tuples by their names, or one column <c>Value</c> for single
    /// values; enums and IP addresses are texts, times are UTC, nested objects and lists are dynamic. Throws
    /// <see cref="DiagnosticException"/> for rows that are no table (FK1121 to FK1127), or a name that cannot be
    /// (FK1105, FK1120).
    /// </summary>
    /// <param name="name">The table's name; one of the same name is replaced.</param>
    /// <param name="rows">The rows; read once, now.</param>
    /// <param name="columns">Names for the columns in order, or none to keep their own.</param>
    /// <returns>The table, to show.</returns>
    public KqlTable Table<T>(string name, IEnumerable<T> rows, params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var table = ClrTable.Of(name, rows, columns).OrThrow();
        Keep(name, table);
        return table;
    }

    private void Keep(string name, KqlTable table)
    {
        if (KeptNames.Check(session, name) is { } mistake)
            throw new DiagnosticException(mistake);
        session.Kept.Keep(name, table);
    }
}
