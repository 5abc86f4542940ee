using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Kql.Tests.Language;

/// <summary>What can be named where queries run elsewhere: saved functions, other databases, other workspaces.</summary>
public sealed class RemoteSchemaTests(KqlFixture kql)
{
    private static readonly TableSchema Flows = new(
        "Flows", [new KqlColumn("SrcIp", KqlType.String), new KqlColumn("Bytes", KqlType.Long)]);

    private static readonly QueryScope Workspace = ScopeOf(new DatabaseSchema("prod", [Flows])
    {
        Functions =
        [
            new FunctionSchema("Busy", "(least:long=10)", "Flows | where Bytes > least | project SrcIp"),
            new FunctionSchema("Doubled", "(T:(Bytes:long), factor:real)", "{ T | extend More = Bytes * factor }", "Twice as much."),
        ],
        Places = ["workspace", "app"],
    });

    private static readonly QueryScope Cluster = ScopeOf(new DatabaseSchema("flows", [Flows]) { HasNeighbours = true });

    [Theory]
    [InlineData("Busy | count", "Count:long")]
    [InlineData("Busy(5) | take 1", "SrcIp:string")]
    [InlineData("Busy() | join kind=inner Flows on SrcIp", "SrcIp:string, SrcIp1:string, Bytes:long")]
    [InlineData("Doubled(Flows, 2.0)", "SrcIp:string, Bytes:long, More:real")]
    [InlineData("union workspace('contoso').Flows, Flows | where Bytes > 1 | summarize sum(Bytes)", "sum_Bytes:long")]
    [InlineData("workspace('contoso').Flows | where Bytes > 1 | summarize count() by tostring(SrcIp)", "SrcIp:string, count_:long")]
    [InlineData("app('web').requests | count", "Count:long")]
    public async Task AWorkspaceHasSavedFunctionsAndOthersBesideIt(string query, string columns) =>
        Assert.Equal(columns, await ColumnsAsync(query, Workspace));

    [Theory]
    [InlineData("database('other').Storms | where State == 'x' | count", "Count:long")]
    [InlineData("cluster('help').database('Samples').StormEvents | summarize n = count()", "n:long")]
    [InlineData("database('flows').Flows | project SrcIp", "SrcIp:string")]
    public async Task AClusterHasOtherDatabases(string query, string columns) =>
        Assert.Equal(columns, await ColumnsAsync(query, Cluster));

    [Theory]
    [InlineData("Bussy | count", "KS204: The name 'Bussy' does not refer to any known table, tabular variable or function. Did you mean 'Busy'?")]
    [InlineData("Busy(1, 2) | count", "KS119: The function 'Busy' expects")]
    [InlineData("Flows | where Byte > 1", "KS142: The name 'Byte' does not refer to any known column, table, variable or function. Did you mean 'Bytes'?")]
    public async Task MistakesAreStillFound(string query, string error)
    {
        var result = await kql.CheckAsync(query, Workspace);
        var first = Assert.Single(result.Diagnostics);
        Assert.StartsWith(error, $"{first.Code}: {first.Message} {first.Hint}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task SavedFunctionsAreProposedAndExplained()
    {
        var list = await kql.Language.CompleteAsync("Bu", 2, Workspace, TestContext.Current.CancellationToken);
        Assert.Contains(list.Items, item => item.Label.StartsWith("Busy", StringComparison.Ordinal));
        var info = await kql.Language.ExplainAsync("Doubled(Flows, 2.0)", 3, Workspace, TestContext.Current.CancellationToken);
        Assert.Contains("Twice as much.", info?.Markdown, StringComparison.Ordinal);
    }

    private async Task<string> ColumnsAsync(string query, QueryScope scope)
    {
        var result = await kql.CheckAsync(query, scope);
        Assert.Empty(result.Diagnostics.Select(d => $"{d.Code}: {d.Message} {d.Hint}"));
        return string.Join(", ", result.OrThrow().Columns.Select(c => $"{c.Name}:{c.Type.Name()}"));
    }

    private static QueryScope ScopeOf(DatabaseSchema schema) => new(schema, new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc));
}
