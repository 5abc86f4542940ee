using System.Globalization;
using DuckDB.NET.Data;
using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Functions;
using FlowKernel.DuckDb.Functions.Native.Ranks.Memory;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.DuckDb.Tests.Functions;

/// <summary>Runs single calls on a real DuckDB.</summary>
internal static class Calls
{
    private static readonly DuckDBConnection Connection = Open();

    /// <summary>The value of a scalar call of constants.</summary>
    public static object? Run(string function, KqlType type, params object?[] arguments) =>
        Run(function, type, asColumns: false, arguments);

    /// <summary>
    /// The value of a scalar call whose arguments are columns, so that nothing is known before it runs.
    /// </summary>
    public static object? RunOnColumns(string function, KqlType type, params object?[] arguments) =>
        Run(function, type, asColumns: true, arguments);

    /// <summary>The SQL, or the diagnostics.</summary>
    public static FlowKernel.Diagnostics.Outcome<string> Emit(
        string function, KqlType type, IReadOnlyList<SqlArgument> arguments) =>
        ScalarFunctions.Emit(
            new Call(function, [.. arguments.Select(a => a.Scalar)], type, default),
            arguments,
            new FunctionContext(new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc)));

    /// <summary>The first column of the first row.</summary>
    public static object? Query(string sql)
    {
        lock (Connection)
        {
            using var command = Connection.CreateCommand();
            command.CommandText = sql;
            var value = command.ExecuteScalar();
            return value is DBNull ? null : value;
        }
    }

    public static SqlArgument Constant(object? value) => value switch
    {
        null => Argument("NULL::BIGINT", null, KqlType.Long),
        KqlType nullOf => Argument(SqlLiteral.Of(null, nullOf), null, nullOf),
        bool b => Argument(b ? "true" : "false", b, KqlType.Bool),
        int i => Argument(i.ToString(CultureInfo.InvariantCulture) + "::INTEGER", i, KqlType.Int),
        long l => Argument($"({SqlText.Number(l)})::BIGINT", l, KqlType.Long),
        double d => Argument($"'{d.ToString("R", CultureInfo.InvariantCulture)}'::DOUBLE", d, KqlType.Real),
        decimal m =>
            Argument($"{m.ToString(CultureInfo.InvariantCulture)}::{SqlTypes.Of(KqlType.Decimal)}", m, KqlType.Decimal),
        string s => Argument(SqlText.Text(s), s, KqlType.String),
        DateTime t => Argument(SqlLiteral.Of(t, KqlType.DateTime), t, KqlType.DateTime),
        TimeSpan t => Argument($"{SqlText.Number(t.Ticks)}::BIGINT", t, KqlType.TimeSpan),
        Guid g => Argument($"'{g}'::UUID", g, KqlType.Guid),
        DynamicValue d => Argument($"{SqlText.Text(d.Json)}::JSON", d, KqlType.Dynamic),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static object? Run(string function, KqlType type, bool asColumns, object?[] arguments)
    {
        SqlArgument[] constants = [.. arguments.Select(Constant)];
        SqlArgument[] columns = [.. constants.Select((c, i) => new SqlArgument($"c{i}", Column(i, c.Type)))];
        var sql = Emit(function, type, asColumns ? columns : constants).OrThrow();
        var named = constants.Select((c, i) => $"{c.Sql} AS c{i}").DefaultIfEmpty("1");
        var from = $"(SELECT {string.Join(", ", named)} FROM range(1))";
        var typed = Query($"SELECT typeof({sql}) FROM {from}");
        Assert.Equal(SqlTypes.Of(type), typed);
        return Query($"SELECT {sql} FROM {from}");
    }

    private static ColumnRef Column(int index, KqlType type) =>
        new(new PlanColumn($"c{index}", type), new TextSpan(0, 0));

    private static SqlArgument Argument(string sql, object? value, KqlType type) =>
        new(sql, new Literal(value, type, default));

    private static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        NativeFunctions.Register(connection, new ValueMemory(1 << 30, Path.GetTempPath()));
        return connection;
    }
}
