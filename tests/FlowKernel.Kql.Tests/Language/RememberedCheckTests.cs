using FlowKernel.Kql.Language;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Kql.Tests.Language;

public class RememberedCheckTests(KqlFixture kql)
{
    private static readonly CheckReply Reply = new("Query", [], null);

    [Fact]
    public async Task ASecondCheckHasTheValuesAndTheClockOfItsOwnScope()
    {
        const string Query = "T | where s == ip and t < now() | count";
        var first = (await kql.CheckAsync(Query)).OrThrow();
        var later = KqlFixture.Small with
        {
            Now = KqlFixture.Small.Now.AddDays(1),
            Parameters = new Dictionary<string, QueryParameter> { ["ip"] = new(KqlType.String, "10.4.1.1") },
        };
        var second = (await kql.CheckAsync(Query, later)).OrThrow();
        Assert.Equal(KqlFixture.Small.Now, first.Scope.Now);
        Assert.Equal(later.Now, second.Scope.Now);
        Assert.Contains("10.1.1.8", PlanText.Write(kql.Language.Lower(first).OrThrow()), StringComparison.Ordinal);
        Assert.Contains("10.4.1.1", PlanText.Write(kql.Language.Lower(second).OrThrow()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATextIsCheckedAnewAgainstOtherTables()
    {
        const string Query = "U | where c | count";
        Assert.True((await kql.CheckAsync(Query)).Succeeded);
        var without = KqlFixture.Small with
        {
            Schema = new DatabaseSchema("other", [new TableSchema("U", [new KqlColumn("a", KqlType.Long)])]),
        };
        Assert.False((await kql.CheckAsync(Query, without)).Succeeded);
    }

    [Fact]
    public async Task ATextIsCheckedAnewForParametersOfOtherTypes()
    {
        const string Query = "T | where strlen(ip) > 1 | count";
        Assert.True((await kql.CheckAsync(Query)).Succeeded);
        var number = KqlFixture.Small with
        {
            Parameters = new Dictionary<string, QueryParameter> { ["ip"] = new(KqlType.Long, 1L) },
        };
        Assert.False((await kql.CheckAsync(Query, number)).Succeeded);
    }

    [Fact]
    public void TheReplyThatWasNotNeededForLongestIsForgotten()
    {
        var checks = new RememberedChecks();
        for (var i = 0; i < 64; i++)
            checks.Add(KeyOf(i), Reply);
        Assert.True(checks.TryFind(KeyOf(0), out _));
        checks.Add(KeyOf(64), Reply);
        Assert.True(checks.TryFind(KeyOf(0), out _));
        Assert.False(checks.TryFind(KeyOf(1), out _));
    }

    private static RememberedChecks.Key KeyOf(int number) =>
        new($"print {number}", "[]", KqlFixture.Small.Schema);
}
