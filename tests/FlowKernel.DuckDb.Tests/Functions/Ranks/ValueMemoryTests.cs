using DuckDB.NET.Data;
using FlowKernel.DuckDb.Functions.Native.Ranks;
using FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

namespace FlowKernel.DuckDb.Tests.Functions.Ranks;

public sealed unsafe class ValueMemoryTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("flowkernel-").FullName, "made");

    [Fact]
    public void WhatIsOverTheLimitIsKeptInFilesThatGoAtTheEnd()
    {
        using var memory = new ValueMemory(2000, _folder);
        var inside = memory.Rent(1500);
        var outside = memory.Rent(1500);
        Assert.Equal((1500, 1500), (memory.Held, memory.Spilled));
        new Span<byte>(ValueBlock.Data(outside), 1000).Fill(7);
        Assert.Equal(7, ValueBlock.Data(outside)[999]);
        ValueBlock.Release(outside);
        ValueBlock.Release(inside);
        Assert.Equal((0, 0), (memory.Held, memory.Spilled));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void ABlockGoesWithItsLastPiece()
    {
        using var memory = new ValueMemory(1 << 24, _folder);
        ValueBlock* first;
        ValueBlock* second;
        using (var arena = new ValueArena(memory))
        {
            arena.Cut(100, out first);
            while (true)
            {
                arena.Cut(ValueChunk.MostBytes, out second);
                if (second != first)
                    break;
                ValueBlock.Release(second);
            }
        }

        Assert.Equal(2 * ValueBlock.Bytes, memory.Held);
        ValueBlock.Release(first);
        Assert.Equal(ValueBlock.Bytes, memory.Held);
        ValueBlock.Release(second);
        Assert.Equal(ValueBlock.Bytes, memory.Held);
        memory.Dispose();
        Assert.Equal(0, memory.Held);
    }

    [Fact]
    public void AnOpenBlockIsGoneOnWith()
    {
        using var memory = new ValueMemory(1 << 24, _folder);
        for (var i = 0; i < 10; i++)
        {
            using var arena = new ValueArena(memory);
            arena.Cut(100, out var block);
            ValueBlock.Release(block);
        }

        Assert.Equal(ValueBlock.Bytes, memory.Held);
    }

    [Fact]
    public void WhereNoFileCanBeMadeThereIsNoMemory()
    {
        File.WriteAllText(_folder, "a file where the folder would be");
        using var memory = new ValueMemory(1000, _folder);
        Assert.Throws<OutOfMemoryException>(() => memory.Rent(2000) is null);
        Assert.Equal((0, 0), (memory.Held, memory.Spilled));
    }

    [Fact]
    public void MoreThanTheDiskHasIsRefusedBeforeItIsWritten()
    {
        using var memory = new ValueMemory(1000, _folder);
        Assert.Throws<OutOfMemoryException>(() => memory.Rent(long.MaxValue / 4) is null);
        Assert.Equal((0, 0), (memory.Held, memory.Spilled));
    }

    [Theory]
    [InlineData("i % 1000", 1)]
    [InlineData("i * 7919 % 1000003", 20)]
    [InlineData("hash(i)::HUGEINT - 9223372036854775808", 3)]
    [InlineData("CASE WHEN i = 5 THEN 9223372036854775807 ELSE i % 100000 END", 1)]
    [InlineData("i % 1000", 30000)]
    public void GroupsInFilesHaveTheValuesOfGroupsInMemory(string value, int groups)
    {
        using var memory = new ValueMemory(1 << 20, _folder);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        RankAggregate.Register(connection, memory);
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT count(*) FROM (
              SELECT quantile_disc(v, [0.5, 0.95, 0.999]) AS theirs, kql_ranked(v, '0.5 0.95 0.999') AS ours
              FROM (SELECT i % {groups} AS g, ({value})::BIGINT AS v FROM range(1000000) AS r(i))
              GROUP BY g)
            WHERE theirs IS DISTINCT FROM ours
            """;
        Assert.Equal(0L, command.ExecuteScalar());
        Assert.NotEmpty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void ValuesForWhichThereIsNoRoomAreAnErrorOfTheQueryAlone()
    {
        File.WriteAllText(_folder, "a file where the folder would be");
        using var memory = new ValueMemory(8 << 20, _folder);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        RankAggregate.Register(connection, memory);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT kql_ranked(i, '0.5')[1] FROM range(4000000) AS r(i)";
        var error = Assert.Throws<DuckDBException>(command.ExecuteScalar);
        Assert.Contains(RankErrors.Memory, error.Message, StringComparison.Ordinal);
        command.CommandText = "SELECT kql_ranked(i, '0.5')[1] FROM range(1, 10001) AS r(i)";
        Assert.Equal(5000L, command.ExecuteScalar());
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
}
