using FlowKernel.FlowLogs;
using FlowKernel.Kql.Language;
using FlowKernel.Session;

namespace FlowKernel.Kql.Tests.Language;

public sealed class PracticeTests(KqlFixture kql)
{
    public static TheoryData<string> Texts => [.. PracticeQueries.Texts];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task PracticeIsOnQueriesWithoutMistakes(string text)
    {
        var query = await kql.Language.CheckAsync(
            text, new QueryScope(FlowLogTables.Database, DateTime.UnixEpoch), TestContext.Current.CancellationToken);
        Assert.Empty(kql.Language.Lower(query.OrThrow()).Diagnostics);
    }

    [Fact]
    public async Task PracticeEndsWithoutAnAnswer() =>
        await kql.Language.PractiseAsync(TestContext.Current.CancellationToken);
}
