using System.Diagnostics.CodeAnalysis;
using FlowKernel.Session;

namespace FlowKernel.CSharp.Tests.Kql;

/// <summary>What the cells of these tests name directly.</summary>
public sealed class Queries
{
    public Query Query([StringSyntax("Kql")] string kql, object? parameters = null) => new(kql);

    public Query Query(KqlText kql, object? parameters = null) => new(kql.Kql) { Parameters = kql.Parameters };

    public int Pasted([StringSyntax("Kql")] string kql) => kql.Length;
}

/// <summary>A query that cells made.</summary>
public sealed record Query(string Kql)
{
    public IReadOnlyDictionary<string, QueryParameter> Parameters { get; init; } =
        new Dictionary<string, QueryParameter>();

    public Query On(string connection) => this;
}
