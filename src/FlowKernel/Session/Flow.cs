using System.Diagnostics.CodeAnalysis;
using FlowKernel.Notebook;
using FlowKernel.Recipes;

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
    public FlowQuery Query([StringSyntax("Kql")] string kql, object? parameters = null) =>
        new(this, new QueryRequest(kql) { Parameters = QueryParameters.FromProperties(parameters) });

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

    /// <summary>Keeps a result as a table that later queries can name.</summary>
    public void Keep(string name, FlowResult result) => session.Kept.Keep(name, result.Table);
}
