using System.Diagnostics.CodeAnalysis;
using FlowKernel.CSharp.Kql;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Tests.Kql;

public sealed class EmbeddedKqlTests
{
    private readonly WordKql _kql = new();
    private readonly Notebook _notebook;

    public EmbeddedKqlTests() =>
        _notebook = new Notebook(new CSharpCellsOptions { Globals = new Queries(), Kql = _kql });

    [Theory]
    [InlineData("Query(\"T | [bad]\")")]
    [InlineData("Query(@\"T \n| [bad]\")")]
    [InlineData("Query(\"\"\"\n    T\n    | [bad]\n    \"\"\");")]
    [InlineData("Query(\"T \" + \"| \" + (\"[bad]\"))")]
    [InlineData("const string q = \"T | [bad]\"; Query(q)")]
    [InlineData("Query(kql: \"\\\"x\\\" [bad]\")")]
    [InlineData("void F() { Query(\"[bad]\"); }")]
    public async Task AMistakeInsideAStringIsFoundBeforeTheCellRuns(string marked)
    {
        var start = marked.IndexOf("[bad]", StringComparison.Ordinal);
        var code = marked.Replace("[bad]", "bad", StringComparison.Ordinal);
        var error = await _notebook.ErrorOf("var ran = true;" + code);
        Assert.Equal(("KS1", new TextSpan(start + 15, 3)), (error.Code, error.Span));
        Assert.False(_notebook.Cells.TryGet("ran", out _, out _));
    }

    [Theory]
    [InlineData("Query(\"T | good\")")]
    [InlineData("var q = \"bad\"; Query(q)")]
    [InlineData("Query($\"bad {1 + 1}\")")]
    [InlineData("\"bad\".Length")]
    [InlineData("Keeper.Keep(\"bad\"); Query(\"bad\")")]
    public async Task OtherTextsAreLeftAlone(string code) => Assert.True((await _notebook.Run(code)).Succeeded);

    [Fact]
    public async Task ParametersAndTheConnectionAreKnown()
    {
        await _notebook.Run("string ip = \"10.0.0.1\"; int? port = 1; var ports = new[] { 1 };");
        await _notebook.Run("Query(\"T\", new { ip, port, ports, since = TimeSpan.Zero }).On(\"prod\")");
        var request = _kql.Checked[^1];
        Assert.Equal("prod", request.On);
        Assert.Equal(
            [("ip", KqlType.String), ("port", KqlType.Int), ("ports", KqlType.Dynamic), ("since", KqlType.TimeSpan)],
            request.Parameters.Select(p => (p.Key, p.Value.Type)));
    }

    [Fact]
    public async Task CompletionInsideAStringIsKql()
    {
        const string Code = "Query(@\"\"\"x\"\" | wh\")";
        var list = await _notebook.Cells.CompleteAsync(Code, Code.Length - 2, Notebook.Test);
        Assert.Equal("where", Assert.Single(list.Items).Label);
        Assert.Equal(new TextSpan(Code.Length - 4, 2), list.Replace);
    }

    [Fact]
    public async Task HoverInsideAStringIsKql() => Assert.Equal(
        new QuickInfo("about T", new TextSpan(7, 1)),
        await _notebook.Cells.ExplainAsync("Query(\"T | x\")", 7, Notebook.Test));

    public sealed class Queries
    {
        public Keeper Keeper { get; } = new();

        public Query Query([StringSyntax("Kql")] string kql, object? parameters = null) => new(kql);
    }

    public sealed record Query(string Kql)
    {
        public Query On(string connection) => this;
    }

    public sealed class Keeper
    {
        public int Keep(string name) => name.Length;
    }

    private sealed class WordKql : IEmbeddedKql
    {
        public List<QueryRequest> Checked { get; } = [];

        public Task<IReadOnlyList<Diagnostic>> CheckAsync(QueryRequest query, CancellationToken cancellation)
        {
            Checked.Add(query);
            var at = query.Kql.IndexOf("bad", StringComparison.Ordinal);
            return Task.FromResult<IReadOnlyList<Diagnostic>>(
                at < 0 ? [] : [new Diagnostic("KS1", "Bad.", new TextSpan(at, 3))]);
        }

        public Task<CompletionList> CompleteAsync(QueryRequest query, int offset, CancellationToken cancellation) =>
            Task.FromResult(new CompletionList(new TextSpan(offset - 2, 2), [new("where", "where", "keyword")]));

        public Task<QuickInfo?> ExplainAsync(QueryRequest query, int offset, CancellationToken cancellation) =>
            Task.FromResult<QuickInfo?>(new QuickInfo($"about {query.Kql[offset]}", new TextSpan(offset, 1)));
    }
}
