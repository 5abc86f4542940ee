using System.Globalization;
using DuckDB.NET.Data;
using FlowKernel.DuckDb.Functions.Native.Ranks;
using FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

namespace FlowKernel.DuckDb.Tests.Functions.Ranks;

public sealed class RankAggregateTests : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly string _folder = Directory.CreateTempSubdirectory("flowkernel-").FullName;
    private readonly ValueMemory _memory;

    public RankAggregateTests()
    {
        _connection.Open();
        _memory = new ValueMemory(1L << 30, _folder);
        RankAggregate.Register(_connection, _memory);
        Text("SET threads = 4");
    }

    [Theory]
    [InlineData("i", 1)]
    [InlineData("i * 7919 % 1000003", 20)]
    [InlineData("CASE WHEN i % 3 > 0 THEN i % 10 END", 20)]
    [InlineData("hash(i)::HUGEINT - 9223372036854775808", 7)]
    [InlineData("i % 1000", 60000)]
    [InlineData("i % 1000", 20000)]
    public void EachGroupHasWhatTheEngineSelectsFromLists(string value, int groups) => Assert.Equal(
        "0",
        Text(
            $"""
            SELECT count(*) FROM (
              SELECT quantile_disc(v, [0.5, 0.95, 0.999]) AS theirs, kql_ranked(v, '0.5 0.95 0.999') AS ours
              FROM (SELECT i % {groups} AS g, ({value})::BIGINT AS v FROM range(200000) AS r(i))
              GROUP BY g)
            WHERE theirs IS DISTINCT FROM ours
            """));

    [Theory]
    [InlineData("i / 7 - 1000")]
    [InlineData("CASE i % 5 WHEN 0 THEN 'NaN'::DOUBLE WHEN 1 THEN 'inf'::DOUBLE WHEN 2 THEN '-inf'::DOUBLE ELSE -i END")]
    [InlineData("CASE WHEN i % 2 = 0 THEN 1e-320 * i ELSE -1e300 END")]
    public void RealsAreInTheEnginesOrder(string value) => Assert.Equal(
        "0",
        Text(
            $"""
            SELECT count(*) FROM (
              SELECT quantile_disc(v, [0.1, 0.5, 1]) AS theirs, kql_ranked_reals(v, '0.1 0.5 1') AS ours
              FROM (SELECT i % 50 AS g, ({value})::DOUBLE AS v FROM range(100000) AS r(i))
              GROUP BY g)
            WHERE theirs IS DISTINCT FROM ours
            """));

    [Fact]
    public void NothingHasNoValues()
    {
        Assert.Equal("", Text("SELECT kql_ranked(i, '0.5')[1] FROM range(0) AS r(i)"));
        Assert.Equal("", Text("SELECT kql_ranked(NULL::BIGINT, '0.5')[1] FROM range(5) AS r(i)"));
    }

    [Theory]
    [InlineData("0", "1")]
    [InlineData("0.1", "1")]
    [InlineData("0.100001", "2")]
    [InlineData("0.5", "5")]
    [InlineData("0.55", "6")]
    [InlineData("1", "10")]
    public void TheNearestRankIsTaken(string fraction, string value) =>
        Assert.Equal(value, Text($"SELECT kql_ranked(i, '{fraction}')[1] FROM range(1, 11) AS r(i)"));

    [Fact]
    public void EqualCallsAreOneAggregate() => Assert.Equal(
        1,
        Plan("SELECT kql_ranked(i, '0.5 0.9')[1], kql_ranked(i, '0.5 0.9')[2] FROM range(10) AS r(i)")
            .Split("kql_ranked(#").Length - 1);

    [Fact]
    public void ManyGroupsGoToTheDisk()
    {
        Text($"SET temp_directory = '{_folder}'");
        Text("SET memory_limit = '64MiB'");
        Text("SET threads = 2");
        Assert.Equal(
            "1000000",
            Text(
                """
                SELECT count(*) FROM (SELECT kql_ranked(i, '0.5')[1] AS m, i // 2 AS g FROM range(2000000) AS r(i) GROUP BY g)
                WHERE m = 2 * g
                """));
    }

    public void Dispose()
    {
        _connection.Dispose();
        _memory.Dispose();
        Assert.Equal((0, 0), (_memory.Held, _memory.Spilled));
        Directory.Delete(_folder, recursive: true);
    }

    private string Plan(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "EXPLAIN " + sql;
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return reader.GetString(1);
    }

    private string Text(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
