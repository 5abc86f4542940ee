using FlowKernel.Kql.Language;
using FlowKernel.Kql.Tree;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Kql;

/// <summary>A checked query with the typed tree that lowering reads.</summary>
internal sealed record CheckedKql(
    string Kql, QueryScope Scope, IReadOnlyList<KqlColumn> Columns, RenderProperties? Render, SyntaxNode Root)
    : CheckedQuery(Kql, Scope, Columns, Render)
{
    /// <summary>What the data has answered about the query's columns.</summary>
    public LearntText Learnt { get; init; } = new(Kql, []);
}
