using FlowKernel.Reference;
using FlowKernel.Results;

namespace FlowKernel.Tests.Reference;

public sealed class KqlReferenceTests
{
    [Fact]
    public void EveryPageSaysWhatItsTopicDoesAndShowsIt() => Assert.Empty(KqlReference.All
        .Where(t => !t.Summary.EndsWith('.') || t.Returns.Length == 0 || t.Example.Length == 0 || t.Related.Count == 0)
        .Select(t => t.Name));

    [Fact]
    public void WhatIsNoCallSaysHowItIsWritten() => Assert.Empty(KqlReference.All
        .Where(t => t.Kind is KqlTopicKind.TabularOperator or KqlTopicKind.ScalarOperator or KqlTopicKind.Statement)
        .Where(t => t.Syntax.Length == 0 && t.Name != "[]").Select(t => t.Name));

    [Fact]
    public void NoNameOfAKindHasTwoPages() =>
        Assert.Equal(KqlReference.All.Count, KqlReference.All.DistinctBy(t => (t.Kind, t.Name)).Count());

    [Fact]
    public void RelatedNamesLeadToPages() => Assert.Empty(
        from topic in KqlReference.All
        from name in topic.Related
        where KqlReference.Find(name).Count == 0
        select $"{topic.Name}: {name}");

    [Fact]
    public void OlderNamesLeadToPages()
    {
        Assert.All(KqlReference.Older.Values, name => Assert.NotEmpty(KqlReference.Find(name)));
        Assert.Equal("make_set", KqlReference.Find("makeset").Single().Name);
    }

    [Fact]
    public void EveryKindOfChartAndEveryTypeHasAPage()
    {
        Assert.All(ChartKinds.All, name => Assert.NotNull(KqlReference.Find(name, KqlTopicKind.Chart)));
        Assert.All(
            Enum.GetValues<KqlType>(), type => Assert.NotNull(KqlReference.Find(type.Name(), KqlTopicKind.Type)));
    }

    [Fact]
    public void EveryPropertyOfRenderHasAPage() => Assert.Equal(
        typeof(RenderProperties).GetProperties().Select(p => p.Name.ToLowerInvariant())
            .Where(name => name is not ("visualization" or "equalitycontract")).Order(),
        KqlReference.All.Where(t => t.Kind == KqlTopicKind.RenderProperty).Select(t => t.Name).Order());

    // The list holds the names of the pages below https://learn.microsoft.com/kusto/query/.
    [Fact]
    public void LinksLeadToPagesThatAreThere()
    {
        var pages = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Reference", "documented-pages.txt"))
            .ToHashSet();
        Assert.Empty(KqlReference.All.Where(t => t.Link is not null && !pages.Contains(t.Link.Split("/query/")[^1]))
            .Select(t => t.Link));
        Assert.Equal(
            "https://learn.microsoft.com/kusto/query/not-in-cs-operator",
            KqlReference.Find("!in", KqlTopicKind.ScalarOperator)!.Link);
    }

    [Fact]
    public void ACallAsksForTheFunction()
    {
        Assert.Equal([KqlTopicKind.Aggregate], KqlReference.Find("count()").Select(t => t.Kind));
        Assert.Contains(KqlReference.Find("count"), t => t.Kind == KqlTopicKind.TabularOperator);
    }

    [Fact]
    public void ThePartsOfAPageAreRead()
    {
        var topic = KqlReference.Find("join", KqlTopicKind.TabularOperator)!;
        Assert.StartsWith("Puts rows of two tables side by side where keys are equal.", topic.Summary);
        Assert.StartsWith("T | join [kind = Kind] (Right) on", topic.Syntax);
        Assert.Equal(["Kind", "Right", "Column"], topic.Parameters.Select(p => p.Name));
        Assert.StartsWith("NTANetAnalytics\n| join kind=leftouter", topic.Example);
        Assert.Equal(["lookup", "union", "in"], topic.Related);
        Assert.Equal("Tabular operators", topic.Family);
        Assert.Equal("KQL operator join", topic.Title);
    }
}
