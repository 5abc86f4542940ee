using System.ComponentModel.DataAnnotations.Schema;
using System.Net;
using System.Text.Json.Nodes;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session.Mapping;

namespace FlowKernel.Tests.Session.Mapping;

public sealed class ClrTableTests
{
    private enum Direction
    {
        In,
        Out,
    }

    public static TheoryData<object, KqlType, object> Values => new()
    {
        { true, KqlType.Bool, true },
        { (byte)1, KqlType.Int, 1 },
        { 2, KqlType.Int, 2 },
        { 3u, KqlType.Long, 3L },
        { 4L, KqlType.Long, 4L },
        { ulong.MaxValue, KqlType.Decimal, 18446744073709551615m },
        { 1.5f, KqlType.Real, 1.5 },
        { 1.5m, KqlType.Decimal, 1.5m },
        { "a", KqlType.String, "a" },
        { 'b', KqlType.String, "b" },
        { Direction.Out, KqlType.String, "Out" },
        { IPAddress.Loopback, KqlType.String, "127.0.0.1" },
        { new Uri("https://example.org/"), KqlType.String, "https://example.org/" },
        { TimeSpan.FromHours(1), KqlType.TimeSpan, TimeSpan.FromHours(1) },
        { Guid.Empty, KqlType.Guid, Guid.Empty },
        {
            new DateTimeOffset(2024, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)), KqlType.DateTime,
            new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc)
        },
        { new DateTime(2024, 1, 1), KqlType.DateTime, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc) },
        { new DateOnly(2024, 1, 1), KqlType.DateTime, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc) },
        { new object[] { IPAddress.Loopback }, KqlType.Dynamic, new DynamicValue("""["127.0.0.1"]""") },
        { new[] { 1, 2 }, KqlType.Dynamic, new DynamicValue("[1,2]") },
        {
            new { A = Direction.In, B = IPAddress.Any }, KqlType.Dynamic,
            new DynamicValue("""{"A":"In","B":"0.0.0.0"}""")
        },
        { JsonNode.Parse("""{"a":[1]}""")!, KqlType.Dynamic, new DynamicValue("""{"a":[1]}""") },
        { double.NaN, KqlType.Real, double.NaN },
        { new[] { double.NaN }, KqlType.Dynamic, new DynamicValue("""["NaN"]""") },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void EachValueBecomesOneOfKql(object value, KqlType type, object expected)
    {
        var column = new ClrColumn("c", value.GetType(), row => row);
        Assert.True(column.TryRead(value, out var read));
        Assert.Equal((type, expected), (column.Type, read));
        if (expected is DateTime)
            Assert.Equal(DateTimeKind.Utc, ((DateTime)read!).Kind);
    }

    [Fact]
    public void PropertiesAreColumnsInOrderTheBaseTypesFirst()
    {
        var table = Of([new Machine("a", 1) { Note = "n" }]);
        Assert.Equal(
            [new("Host", KqlType.String), new("Note", KqlType.String), new("Open Ports", KqlType.Int)], table.Columns);
        Assert.Equal(["a", "n", 1], Row(table, 0));
    }

    [Fact]
    public void AnonymousTypesTuplesAndFieldsAreColumns()
    {
        Assert.Equal(["ip", "n"], Names(Of([new { ip = "a", n = 1 }])));
        Assert.Equal(["Item1", "Item2"], Names(Of([("a", 1)])));
        Assert.Equal(["ip", "n"], Names(Of([("a", 1)], "ip", "n")));
        Assert.Equal(9, Of([(1, 2, 3, 4, 5, 6, 7, 8, 9)]).Columns.Count);
        Assert.Equal(9, Row(Of([(1, 2, 3, 4, 5, 6, 7, 8, 9)]), 0)[8]);
        Assert.Equal(["X"], Names(Of([new Pair { X = 3 }])));
    }

    [Fact]
    public void SingleValuesAreOneColumn()
    {
        var table = Of(new List<string?> { "a", null });
        Assert.Equal([new KqlColumn("Value", KqlType.String)], table.Columns);
        Assert.Equal(["a", ""], [table[0, 0], table[1, 0]]);
        Assert.Equal([new KqlColumn("Value", KqlType.Int)], Of(new int?[] { 1, null }).Columns);
        Assert.Null(Of(new int?[] { 1, null })[1, 0]);
        Assert.Equal([new KqlColumn("Value", KqlType.Dynamic)], Of([new[] { 1 }]).Columns);
    }

    [Fact]
    public void NoRowsStillHaveColumns() => Assert.Equal(["Host", "Note", "Open Ports"], Names(Of<Machine>([])));

    [Fact]
    public void NullsAreNulls()
    {
        var table = Of([new { a = (int?)null, b = (string?)null, c = (int[]?)null, d = (JsonNode?)null }]);
        Assert.Equal([null, "", null, null], Row(table, 0));
    }

    [Fact]
    public void RowsOfAResultKeepItsColumns()
    {
        var result = Results.Of(("a b", KqlType.Long, [1L, 2L]));
        var table = Of(result.Where(r => r.Get<long>("a b") > 1));
        Assert.Equal([new KqlColumn("a b", KqlType.Long)], table.Columns);
        Assert.Equal(2L, table[0, 0]);
        Assert.StartsWith("FK1126: There is no row, so the columns", MistakeOf(result.Where(_ => false)));
    }

    [Fact]
    public void RowsThatAreNoTableAreTold()
    {
        Assert.Equal(
            "FK1121: Rows of type object have no columns: it has no public properties or fields. "
            + "Make rows with Select, as in: list.Select(x => new { x.Ip, x.Bytes }).",
            MistakeOf([new object()]));
        Assert.Equal(
            "FK1122: The column 'f' of (anonymous) is of type Func<int>, which KQL has no type for. "
            + "Leave it out with Select, as in: list.Select(x => new { x.Ip, x.Bytes }).",
            MistakeOf([new { a = "", f = (Func<int>)(() => 1) }]));
        Assert.Equal(
            "FK1123: Row 2 is null. Leave such rows out, with Where(x => x is not null).",
            MistakeOf([new Machine("a", 1), null]));
        Assert.Equal(
            "FK1124: 1 column names are given for 2 columns. The columns are: Item1, Item2.", MistakeOf([(1, 2)], "a"));
        Assert.Equal(
            "FK1125: Two columns are named 'a'. Give each column a name of its own.", MistakeOf([(1, 2)], "a", "a"));
        Assert.Equal(
            "FK1127: The value of column 'Self' in row 1 cannot be written as JSON, which a dynamic value is. "
            + "Leave the column out with Select, or turn its values into texts.",
            MistakeOf([new Loop()]));
    }

    private static KqlTable Of<T>(IEnumerable<T> rows, params string[] names) =>
        ClrTable.Of("t", rows, names).OrThrow();

    private static string MistakeOf<T>(IEnumerable<T> rows, params string[] names) =>
        new DiagnosticException(ClrTable.Of("t", rows, names).Diagnostics).Message;

    private static IEnumerable<string> Names(KqlTable table) => table.Columns.Select(c => c.Name);

    private static object?[] Row(KqlTable table, int row) => [.. table.Vectors.Select(v => v[row])];

    private sealed record Machine(string Host, [property: Column("Open Ports")] int Ports) : Noted(Host);

    private abstract record Noted(string Host)
    {
        public string Note { get; init; } = "";
    }

    private struct Pair
    {
        public int X;
    }

    private sealed class Loop
    {
        public object Self => this;
    }
}
