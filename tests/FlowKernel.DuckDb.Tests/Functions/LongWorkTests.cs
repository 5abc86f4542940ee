using DuckDB.NET.Data;
using FlowKernel.DuckDb.Functions.Native;

namespace FlowKernel.DuckDb.Tests.Functions;

public sealed class LongWorkTests
{
    private const string Sql =
        "SELECT kql_series_periods_detect(kql_long_work(to_json(list(i % 8))), 0::DOUBLE, 99::DOUBLE, 1::BIGINT) "
        + "FROM range(64) t(i)";

    [Fact]
    public async Task ACancelledRunEndsInsideItsChunkAndNoOtherDoes()
    {
        using var instance = new DuckDbInstance([], new EngineOptions());
        using var cancelled = instance.Connect();
        using var going = instance.Connect();
        using var free = instance.Connect();
        using var source = new CancellationTokenSource();
        using var first = LongWork.Begin(cancelled, source.Token);
        using var second = LongWork.Begin(going, TestContext.Current.CancellationToken);
        var expected = Value(cancelled);
        Assert.StartsWith("[[8", expected, StringComparison.Ordinal);

        await source.CancelAsync();

        Assert.Throws<DuckDBException>(() => Value(cancelled));
        Assert.Equal(expected, Value(going));
        Assert.Equal(expected, Value(free));
    }

    private static string Value(DuckDBConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        return (string)command.ExecuteScalar()!;
    }
}
