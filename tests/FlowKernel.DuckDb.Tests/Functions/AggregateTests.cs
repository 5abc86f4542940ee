using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Functions;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Tests.Functions;

public sealed class AggregateTests
{
    [Theory]
    [InlineData("sum", 0L)]
    [InlineData("count", 2L)]
    [InlineData("min", null)]
    [InlineData("dcount", 0L)]
    public void NullsDoNotCount(string function, object? result) =>
        Assert.Equal(result, Run(function, KqlType.Long, KqlType.Long, null, null));

    [Fact]
    public void TheAverageOfNothingIsNaN() =>
        Assert.Equal(double.NaN, Run("avg", KqlType.Real, KqlType.Long));

    [Fact]
    public void LongsWrapAroundWhenSummed()
    {
        Assert.Equal(long.MinValue, Run("sum", KqlType.Long, KqlType.Long, long.MaxValue, 1L));
        Assert.Equal(long.MaxValue, Run("sum", KqlType.Long, KqlType.Long, long.MinValue, -1L));
        Assert.Equal(-2 / 3.0, Run("avg", KqlType.Real, KqlType.Long, long.MaxValue - 1, 1L, long.MaxValue));
    }

    [Theory]
    [InlineData("min")]
    [InlineData("max")]
    [InlineData("sum")]
    public void NaNSpreads(string function) =>
        Assert.Equal(double.NaN, Run(function, KqlType.Real, KqlType.Real, 3.3, double.NaN));

    [Fact]
    public void OneValueHasNoSpread()
    {
        Assert.Equal(0.0, Run("stdev", KqlType.Real, KqlType.Long, 5L));
        Assert.Equal(0.0, Run("variance", KqlType.Real, KqlType.Long, 5L));
        Assert.Equal(2.0, Run("variancep", KqlType.Real, KqlType.Long, 1L, 2L, 3L, 4L, 5L));
    }

    [Fact]
    public void ListsLeaveOutNulls()
    {
        Assert.Equal("[3,1]", Run("make_list", KqlType.Dynamic, KqlType.Long, 3L, null, 1L));
        Assert.Equal("[]", Run("make_list", KqlType.Dynamic, KqlType.Long));
        Assert.Equal("[3,null,1]", Run("make_list_with_nulls", KqlType.Dynamic, KqlType.Long, 3L, null, 1L));
        Assert.Equal("[\"1.00:00:00\"]", Run("make_list", KqlType.Dynamic, KqlType.TimeSpan, TimeSpan.FromDays(1)));
        Assert.Equal("[1.0]", Run("make_set", KqlType.Dynamic, KqlType.Real, 1.0, 1.0));
    }

    [Fact]
    public void ListsTakeArraysApart() =>
        Assert.Equal(
            "[1,2,null,3]",
            Run("make_list", KqlType.Dynamic, KqlType.Dynamic, new DynamicValue("[1,2]"), null, new DynamicValue("3")));

    [Fact]
    public void BagsKeepTheFirstValueOfAKey() =>
        Assert.Equal(
            "{\"a\":1,\"b\":3}",
            Run("make_bag", KqlType.Dynamic, KqlType.Dynamic, new DynamicValue("{\"a\":1}"), null,
                new DynamicValue("{\"a\":2,\"b\":3}")));

    [Fact]
    public void PercentilesAreValuesThatOccur()
    {
        Assert.Equal(2.5, Run("percentile", KqlType.Real, KqlType.Real, [1.5, 2.5, 3.5, 4.5], "50::BIGINT", 50L));
        Assert.Equal(10L, Run("percentile", KqlType.Long, KqlType.Long, [5L, 10L, 15L, null], "50::BIGINT", 50L));
    }

    [Fact]
    public void ExtremesBringTheirRowAlong()
    {
        Assert.Equal("b",
            Run("arg_max", KqlType.String, "SELECT * FROM (VALUES (1::BIGINT, 'a'), (3, 'b')) t(x, y)", KqlType.Long,
            KqlType.String));
        Assert.Equal("a",
            Run("arg_max", KqlType.String, "SELECT * FROM (VALUES (NULL::BIGINT, 'a')) t(x, y)", KqlType.Long,
            KqlType.String));
        Assert.Null(Run("arg_min", KqlType.Long, "SELECT * FROM (VALUES (1, NULL::BIGINT), (3, 4)) t(x, y)",
            KqlType.Int, KqlType.Long));
    }

    [Theory]
    [InlineData("arg_max", "c")]
    [InlineData("arg_min", "b")]
    public void RowsWithoutAnInstantComeLast(string function, string row)
    {
        const string Rows =
            "SELECT * FROM (VALUES (NULL::TIMESTAMP, 'a'), ('2024-04-20', 'b'), ('2024-04-21', 'c'), (NULL, 'd')) t(x, y)";
        Assert.Equal(row, Run(function, KqlType.String, Rows, KqlType.DateTime, KqlType.String));
        Assert.Equal("a", Run(function, KqlType.String, $"{Rows} LIMIT 1", KqlType.DateTime, KqlType.String));
    }

    [Fact]
    public void AnyRowIsARowThatExists()
    {
        const string Rows = "SELECT * FROM (VALUES (NULL::BIGINT, 'a'), (2, 'b')) t(x, y)";
        Assert.Null(Run("take_any row", KqlType.Long, Rows, KqlType.Long));
        Assert.Equal(2L, Run("take_any", KqlType.Long, Rows, KqlType.Long));
        Assert.Equal("a",
            Run("take_any row", KqlType.String, Rows.Replace("t(x, y)", "t(y, x)", StringComparison.Ordinal),
            KqlType.String));
    }

    private static object? Run(string function, KqlType type, KqlType column, params object?[] values)
    {
        var rows = values.Select(v => $"({Calls.Constant(v ?? column).Sql})").DefaultIfEmpty("(NULL)");
        var from = $"SELECT x FROM (VALUES {string.Join(", ", rows)}) t(x){(values.Length == 0 ? " WHERE false" : "")}";
        return Run(function, type, $"SELECT CAST(x AS {SqlTypes.Of(column)}) AS x FROM ({from})", column);
    }

    private static object? Run(string function, KqlType type, KqlType column, object?[] values, string sql,
        object constant)
    {
        var rows = values.Select(v => $"({Calls.Constant(v ?? column).Sql})");
        var argument = new SqlArgument(sql, new Literal(constant, KqlType.Long, default));
        return Run(function, type, $"SELECT x FROM (VALUES {string.Join(", ", rows)}) t(x)",
            [Column("x", column), argument]);
    }

    private static object? Run(string function, KqlType type, string from, params KqlType[] columns) =>
        Run(function, type, from, [.. columns.Select((c, i) => Column(i == 0 ? "x" : "y", c))]);

    private static object? Run(string function, KqlType type, string from, IReadOnlyList<SqlArgument> arguments)
    {
        var call = new AggregateCall(function, [.. arguments.Select(a => a.Scalar)], type, default);
        var sql = AggregateFunctions.Emit(call, arguments, new FunctionContext(default)).OrThrow();
        Assert.Equal(SqlTypes.Of(type), Calls.Query($"SELECT typeof({sql}) FROM ({from})"));
        return Calls.Query($"SELECT {sql} FROM ({from})");
    }

    private static SqlArgument Column(string name, KqlType type) =>
        new(name, new ColumnRef(new PlanColumn(name, type), default));
}
