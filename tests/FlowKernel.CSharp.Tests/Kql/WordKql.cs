using FlowKernel.CSharp.Kql;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Tests.Kql;

/// <summary>A language in which only the word <c>bad</c> is wrong; it remembers what it was asked.</summary>
internal sealed class WordKql : IEmbeddedKql
{
    public List<QueryRequest> Checked { get; } = [];

    public List<TableSchema> Kept { get; } = [];

    public Task<IReadOnlyList<Diagnostic>> CheckAsync(
        QueryRequest query, IReadOnlyList<TableSchema> kept, CancellationToken cancellation)
    {
        Checked.Add(query);
        Kept.AddRange(kept);
        var at = query.Kql.IndexOf("bad", StringComparison.Ordinal);
        return Task.FromResult<IReadOnlyList<Diagnostic>>(
            at < 0 ? [] : [new Diagnostic("KS1", "Bad.", new TextSpan(at, 3))]);
    }

    public Task<IReadOnlyList<KqlColumn>?> ColumnsAsync(
        QueryRequest query, IReadOnlyList<TableSchema> kept, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<KqlColumn>?>(null);

    public Task<CompletionList> CompleteAsync(QueryRequest query, int offset, CancellationToken cancellation) =>
        Task.FromResult(new CompletionList(new TextSpan(offset - 2, 2), [new("where", "where", "keyword")]));

    public Task<QuickInfo?> ExplainAsync(QueryRequest query, int offset, CancellationToken cancellation) =>
        Task.FromResult<QuickInfo?>(new QuickInfo($"about {query.Kql[offset]}", new TextSpan(offset, 1)));
}
