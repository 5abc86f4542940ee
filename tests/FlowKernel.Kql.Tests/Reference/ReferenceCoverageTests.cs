using FlowKernel.Kql.Language;
using FlowKernel.Reference;

namespace FlowKernel.Kql.Tests.Reference;

public sealed class ReferenceCoverageTests(KqlFixture kql)
{
    private static readonly Dictionary<string, KqlTopicKind> Kinds = new()
    {
        ["function"] = KqlTopicKind.Function,
        ["aggregate"] = KqlTopicKind.Aggregate,
        ["plugin"] = KqlTopicKind.PlugIn,
        ["operator"] = KqlTopicKind.TabularOperator,
        ["scalar"] = KqlTopicKind.ScalarOperator,
        ["statement"] = KqlTopicKind.Statement,
    };

    // Words that editors propose where a statement or a table begins, and that are no topics of their own.
    private static readonly string[] Parts = ["entity_group", "view"];

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryNameThatTheLanguageServiceKnowsHasAPage()
    {
        var known = await KnownAsync();
        Assert.InRange(known.Count, 500, 2000);
        Assert.Empty(known.Where(s => TopicOf(s) is null).Select(s => $"{s.Kind} {s.Name}"));
    }

    [Fact]
    public async Task PagesNameTheParametersOfTheSignatures() => Assert.Empty(
        from symbol in await KnownAsync()
        where symbol.Kind is "function" or "aggregate" or "plugin" && !IsOlder(symbol)
        let named = TopicOf(symbol)!.Parameters.Select(p => p.Name).ToHashSet()
        where !named.SetEquals(symbol.Parameters)
        select $"{symbol.Name}: {string.Join(", ", named)} for {string.Join(", ", symbol.Parameters)}");

    [Fact]
    public async Task PagesAreAboutNamesThatTheLanguageServiceKnows()
    {
        var known = (await KnownAsync()).Select(s => (Kinds[s.Kind], s.Name)).ToHashSet();
        Assert.Empty(KqlReference.All
            .Where(t => t.Kind is KqlTopicKind.Function or KqlTopicKind.Aggregate or KqlTopicKind.PlugIn)
            .Where(t => !known.Contains((t.Kind, t.Name))).Select(t => t.Name));
    }

    [Fact]
    public void WhatStandsAfterAPipeHasAPage() => Assert.All(
        QueryOperators.Names, name => Assert.NotNull(KqlReference.Find(name, KqlTopicKind.TabularOperator)));

    private async Task<List<KnownSymbol>> KnownAsync() =>
        [.. (await kql.Language.SymbolsAsync(Test)).Where(s => !IsInternal(s))];

    private static KqlTopic? TopicOf(KnownSymbol symbol) => KqlReference.Find(symbol.Name, Kinds[symbol.Kind])
        ?? (IsOlder(symbol) ? KqlReference.Find(symbol.Name).FirstOrDefault() : null)
        ?? (symbol.Kind == "operator" ? KqlReference.Find(symbol.Name, KqlTopicKind.Statement) : null);

    private static bool IsOlder(KnownSymbol symbol) => KqlReference.Older.ContainsKey(symbol.Name);

    // Names that begin with two underscores are not for users.
    private static bool IsInternal(KnownSymbol symbol) =>
        symbol.Name.StartsWith("__", StringComparison.Ordinal)
        || (symbol.Kind == "statement" && Parts.Contains(symbol.Name));
}
