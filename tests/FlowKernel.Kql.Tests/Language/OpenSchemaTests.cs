using FlowKernel.Schema;

namespace FlowKernel.Kql.Tests.Language;

public sealed class OpenSchemaTests(KqlFixture kql)
{
    [Fact]
    public async Task AnOpenDatabaseMayHaveAnyTableThatIsCalledFor()
    {
        var open = KqlFixture.Small with { Schema = KqlFixture.Small.Schema with { IsOpen = true } };
        var query = await kql.CheckAsync("table('Other') | where x > 1 | extend y = z + 1 | take 5", open);
        Assert.Empty(query.Diagnostics);
        Assert.False((await kql.CheckAsync("T | where nope > 1", open)).Succeeded);
    }

    [Fact]
    public async Task AnOpenTableMayHaveAnyColumn()
    {
        var open = KqlFixture.Small with
        {
            Schema = KqlFixture.Small.Schema.With(new TableSchema("suspects", []) { IsOpen = true }),
        };
        Assert.Empty((await kql.CheckAsync("T | where s in ((suspects | project Ip)) | take 5", open)).Diagnostics);
        Assert.False((await kql.CheckAsync("T | where nope > 1", open)).Succeeded);
    }
}
