using System.Globalization;
using DuckDB.NET.Data;
using FlowKernel.DuckDb.Functions;
using FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

namespace FlowKernel.DuckDb.Tests.Functions;

public sealed class NumberTextTests : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public NumberTextTests()
    {
        _connection.Open();
        NativeFunctions.Register(_connection, new ValueMemory(1 << 30, Path.GetTempPath()));
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("0042", 42L)]
    [InlineData("123456789012", 123456789012L)]
    [InlineData("1234567890123", 1234567890123L)]
    [InlineData("999999999999999999", 999999999999999999L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("-17", -17L)]
    [InlineData(" 17 ", 17L)]
    [InlineData("0xFF", 255L)]
    [InlineData("1e3", null)]
    [InlineData("1.5", null)]
    [InlineData("1_000", null)]
    [InlineData("٣", null)]
    [InlineData("", null)]
    public void WholeNumbersAreReadFromTexts(string text, long? number)
    {
        Assert.Equal(number, Value($"SELECT kql_parse_long('{text}')"));
        Assert.Equal(number is >= int.MinValue and <= int.MaxValue ? number : null, Value($"SELECT kql_parse_int('{text}')"));
    }

    [Fact]
    public void TextsThatAreNoNumbersAreLeftOutAmongMany() => Assert.Equal(
        Enumerable.Range(0, 10_000).Where(i => i % 3 == 0).Sum(i => (long)i),
        Value(
            """
            SELECT sum(kql_parse_long(CASE i % 3 WHEN 0 THEN i::VARCHAR WHEN 1 THEN 'none' END))::BIGINT
            FROM range(10000) AS r(i)
            """));

    public void Dispose() => _connection.Dispose();

    private long? Value(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is { } value and not DBNull
            ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : null;
    }
}
