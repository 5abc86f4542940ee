using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Session;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Engine;

public class ResultLimitTests
{
    private readonly PlanColumn _n = Long("n");

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(3, 3, false)]
    [InlineData(0, 0, true)]
    public async Task RowsBeyondTheLimitAreLeftOutAndSaidSo(long most, int rows, bool isCut)
    {
        var table = await RunAsync(new ResultLimits(most, null));

        Assert.Equal(rows, table.RowCount);
        Assert.Equal(isCut ? new ResultCut(LimitedSize.Rows, most) : null, table.Cut);
    }

    [Fact]
    public async Task ValuesBeyondTheLimitAreAReasonToo()
    {
        var table = await RunAsync(new ResultLimits(null, 20));
        Assert.Equal(new ResultCut(LimitedSize.Bytes, 20), table.Cut);
    }

    [Fact]
    public async Task WithoutLimitsAResultIsWhole()
    {
        var table = await RunAsync(null);
        Assert.Equal((3, null), (table.RowCount, table.Cut));
    }

    private async Task<KqlTable> RunAsync(ResultLimits? limits)
    {
        var language = new PlanLanguage(Table([_n], [1L], [2L], [3L]));
        await using var connection = new EmbeddedConnection(
            "here", language, NoTables.Instance, new KeptTables(), TimeProvider.System);
        var query = language.Query with { Scope = language.Query.Scope with { Limits = limits } };
        return (await connection.RunAsync(query, TestContext.Current.CancellationToken)).OrThrow().Table;
    }
}
