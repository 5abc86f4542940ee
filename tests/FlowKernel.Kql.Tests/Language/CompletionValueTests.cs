using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Kql.Tests.Language;

public class CompletionValueTests(KqlFixture kql)
{
    [Theory]
    [InlineData("where FlowType == ¦", "\"IntraVNet\" \"InterVNet\" \"S2S\"")]
    [InlineData("where FlowType != ¦", "\"IntraVNet\" \"InterVNet\" \"S2S\"")]
    [InlineData("where FlowType =~ ¦\n| count", "\"IntraVNet\" \"InterVNet\" \"S2S\"")]
    [InlineData("where FlowType == Ma¦", "\"MaliciousFlow\" MacAddress")]
    [InlineData("where FlowStatus in (¦", "\"Allowed\" \"Denied\"")]
    [InlineData("where FlowStatus in (\"Allowed\", ¦)", "\"Denied\"")]
    [InlineData("where FlowStatus !in (¦)", "\"Allowed\" \"Denied\"")]
    [InlineData("summarize countif(FlowStatus == ¦", "\"Allowed\" \"Denied\"")]
    [InlineData("summarize count() by FlowStatus | where FlowStatus == ¦", "\"Allowed\" \"Denied\"")]
    [InlineData("join kind=inner (NTAIpDetails) on SubType | where FlowType1 == ¦", "\"AzurePublic\" \"ExternalPublic\"")]
    public async Task DocumentedValuesComeFirstInQuotes(string end, string first)
    {
        var list = await CompleteAsync(end);
        Assert.Equal(first.Split(' '), list.Items.Take(first.Split(' ').Length).Select(i => i.Insert));
        Assert.Equal("value", list.Items[0].Kind);
    }

    [Theory]
    [InlineData("where FlowType == \"[¦]", "IntraVNet InterVNet S2S P2S AzurePublic ExternalPublic MaliciousFlow UnknownPrivate Unknown")]
    [InlineData("where FlowType == \"[Ma¦]", "MaliciousFlow")]
    [InlineData("where FlowType == '[Ma¦]", "MaliciousFlow")]
    [InlineData("where FlowType == @\"[Ma¦]", "MaliciousFlow")]
    [InlineData("where FlowType == \"[Ma¦nual]\" | count", "MaliciousFlow")]
    [InlineData("where FlowType == \"[Ma¦]\n| count", "MaliciousFlow")]
    [InlineData("where FlowType == \"[Ma¦] | count", "MaliciousFlow")]
    [InlineData("where FlowType == \"[¦]\" and SrcIp == \"\"", "IntraVNet InterVNet S2S P2S AzurePublic ExternalPublic MaliciousFlow UnknownPrivate Unknown")]
    [InlineData("where FlowStatus in (\"Allowed\", \"[¦]", "Denied")]
    [InlineData("where FlowStatus in (\"Allowed\", \"[De¦]\")", "Denied")]
    [InlineData("where SrcIp == \"10.0.0.4\" and FlowStatus == '[d¦]'", "Denied Allowed")]
    [InlineData("where SrcIp == \"[¦]\"", "")]
    [InlineData("where \"[¦]\"", "")]
    public async Task InsideALiteralOnlyItsInsideIsReplaced(string marked, string values)
    {
        const string Head = "NTANetAnalytics | ";
        var start = Head.Length + marked.IndexOf('[', StringComparison.Ordinal);
        var end = Head.Length + marked.IndexOf(']', StringComparison.Ordinal) - 2;
        var list = await CompleteAsync(marked.Replace("[", "").Replace("]", ""));
        Assert.Equal(values.Split(' ', StringSplitOptions.RemoveEmptyEntries), list.Items.Select(i => i.Insert));
        if (values.Length > 0)
            Assert.Equal((start, end), (list.Replace.Start, list.Replace.End));
    }

    [Theory]
    [InlineData("where SrcIp == \"x\" ¦", "and")]
    [InlineData("where SrcIp == \"x\"¦", "")]
    [InlineData("where ¦ // \"", "TimeGenerated")]
    [InlineData("where // \"¦", "")]
    public async Task QuotesElsewhereChangeNothing(string end, string first) =>
        Assert.Equal(first, (await CompleteAsync(end)).Items.FirstOrDefault()?.Insert ?? "");

    [Theory]
    [InlineData("where SrcIp [!st¦]", "!startswith \"|!startswith_cs \"")]
    [InlineData("where SrcIp [!st¦art] \"10.\" | count", "!startswith \"|!startswith_cs \"")]
    [InlineData("where SrcIp [!¦]", "!=|!in (")]
    [InlineData("where DestPort [!bet¦]", "!between (")]
    public async Task AHalfWrittenNegationIsReplacedWithItsMark(string marked, string first)
    {
        const string Head = "NTANetAnalytics | ";
        var list = await CompleteAsync(marked.Replace("[", "").Replace("]", ""));
        Assert.Equal(first.Split('|'), list.Items.Take(first.Split('|').Length).Select(i => i.Insert));
        Assert.Equal(Head.Length + marked.IndexOf('[', StringComparison.Ordinal), list.Replace.Start);
        Assert.Equal(marked.IndexOf(']', StringComparison.Ordinal) - marked.IndexOf('[', StringComparison.Ordinal) - 2, list.Replace.Length);
    }

    [Fact]
    public async Task EveryKindOfChartThatIsDrawnIsProposed()
    {
        var offered = (await CompleteAsync("render ¦")).Items;
        Assert.Superset(ChartKinds.All.ToHashSet(), offered.Select(i => i.Insert).ToHashSet());
        Assert.Equal(offered.Count, offered.DistinctBy(i => i.Insert).Count());
        Assert.Equal(["sankey"], (await CompleteAsync("render san¦")).Items.Select(i => i.Insert));
    }

    private Task<CompletionList> CompleteAsync(string end)
    {
        var marked = $"NTANetAnalytics | {end}";
        var offset = marked.IndexOf('¦', StringComparison.Ordinal);
        return kql.Language.CompleteAsync(
            marked.Remove(offset, 1), offset, KqlFixture.FlowLogs, TestContext.Current.CancellationToken);
    }
}
