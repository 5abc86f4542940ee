using System.ComponentModel.DataAnnotations.Schema;
using System.Net;
using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Tests.Session.Mapping;

public sealed class RowMappingTests
{
    private static readonly FlowResult<FlowRow> Peers = Results.Of(
        ("Ip", KqlType.String, ["10.0.0.1", "10.0.0.2"]), ("Total Bytes", KqlType.Long, [5L, null]),
        ("Port", KqlType.Int, [443, 22]), ("Direction", KqlType.String, ["in", "Out"]),
        ("At", KqlType.DateTime, [new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), null]),
        ("Tags", KqlType.Dynamic, [new DynamicValue("""["a","b"]"""), null]));

    private enum Direction
    {
        In,
        Out,
    }

    [Fact]
    public void ARecordIsFilledByName()
    {
        var rows = Peers.As<Peer>();
        Assert.Equal(new Peer(IPAddress.Parse("10.0.0.1"), 443, 5) { Direction = Direction.In }, rows[0]);
        Assert.Equal(new Peer(IPAddress.Parse("10.0.0.2"), 22, null) { Direction = Direction.Out }, rows[1]);
        Assert.Equal([443L, 22L], rows.Select(r => r.Port));
    }

    [Fact]
    public void AClassIsFilledThroughItsProperties()
    {
        var row = Peers.As<Seen>()[0];
        Assert.Equal("10.0.0.1", row.Ip);
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), row.At);
        Assert.Equal(["a", "b"], row.Tags!);
        Assert.Null(Peers.As<Seen>()[1].At);
        Assert.Null(Peers.As<Seen>()[1].Tags);
    }

    [Fact]
    public void ATupleTakesTheColumnsInOrderAndASingleValueTheOnlyOne()
    {
        var two = Results.Of(("a", KqlType.String, ["x"]), ("b", KqlType.Int, [1]));
        Assert.Equal([("x", 1L)], two.As<(string, long)>());
        var one = Results.Of(("a", KqlType.Int, [1, null]));
        Assert.Equal([1, null], one.As<int?>());
        Assert.Equal([1.0, null], one.As<double?>());
    }

    [Fact]
    public void DynamicValuesAreReadAsJson()
    {
        var rows = Results.Of(("d", KqlType.Dynamic, [new DynamicValue("""{"Ip":"1.1.1.1"}""")]));
        Assert.Equal("1.1.1.1", rows.As<JsonElement>()[0].GetProperty("Ip").GetString());
        Assert.Equal("1.1.1.1", rows.As<Nested>()[0].D.Ip.ToString());
    }

    [Fact]
    public void AParameterWithADefaultNeedsNoColumn() =>
        Assert.Equal(new Optional("10.0.0.1", 7), Peers.As<Optional>()[0]);

    [Fact]
    public void AMissingColumnIsToldWithTheNearestName() => Assert.Equal(
        "FK1130: Misspelt.Prt has no column 'Prt' in the result. "
        + "Did you mean 'Port'? Name it with [Column(\"Port\")], or rename the property.\n"
        + "FK1130: Misspelt.Elsewhere has no column 'Elsewhere' in the result. "
        + "The columns are: Ip, Total Bytes, Port, Direction, At, Tags.",
        MistakeOf<Misspelt>());

    [Fact]
    public void ATypeThatDoesNotFitIsTold() => Assert.Equal(
        "FK1131: Narrow.Ip is of type int, but the column 'Ip' is string. "
        + "Make it string, or convert the column in the query.\n"
        + "FK1131: Narrow.TotalBytes is of type int?, but the column 'Total Bytes' is long. "
        + "Make it long?, or convert the column in the query.",
        MistakeOf<Narrow>());

    [Fact]
    public void ANullIsToldBeforeAnyRowIsRead() => Assert.Equal(
        "FK1132: The column 'Total Bytes' is null in row 2, "
        + "but Strict.TotalBytes is of type long, which takes no null. "
        + "Make it long?, or use coalesce() in the query.",
        MistakeOf<Strict>());

    [Fact]
    public void AReferenceThatTakesNoNullIsHeldToIt() => Assert.StartsWith(
        "FK1132: The column 'Tags' is null in row 2, but Tagged.Tags is of type string[], which takes no null.",
        MistakeOf<Tagged>());

    [Fact]
    public void ATextThatIsNoSuchValueIsToldWithItsRow()
    {
        var rows = Results.Of(("a", KqlType.String, ["In", "sideways"])).As<Direction>();
        Assert.Equal(Direction.In, rows[0]);
        Assert.Equal(
            "FK1133: 'sideways' in column 'a', row 2, cannot be read as Direction. "
            + "Read the column as its own type, or filter such rows out in the query.",
            Assert.Throws<DiagnosticException>(() => rows[1]).Message);
    }

    [Fact]
    public void OtherShapesThatDoNotFitAreTold()
    {
        Assert.Equal(
            "FK1134: string is a single value, but the result has 6 columns. Project one column in the query.",
            MistakeOf<string>());
        Assert.Equal(
            "FK1135: The tuple has 2 parts, but the result has 6 columns. "
            + "A tuple takes the columns in order: Ip, Total Bytes, Port, Direction, At, Tags.",
            MistakeOf<(string, long)>());
        Assert.StartsWith("FK1136: IDisposable has no public constructor.", MistakeOf<IDisposable>());
        Assert.StartsWith("FK1137: object has nothing that a column could fill.", MistakeOf<object>());
    }

    private static string MistakeOf<T>() => Assert.Throws<DiagnosticException>(() => Peers.As<T>()).Message;

    private sealed record Peer(IPAddress Ip, long Port, [property: Column("Total Bytes")] double? Bytes)
    {
        public Direction Direction { get; init; }
    }

    private sealed class Seen
    {
        public required string Ip { get; init; }

        public DateTimeOffset? At { get; set; }

        public string[]? Tags { get; set; }

        public string Text => Ip;
    }

    private sealed record Nested(Inner D);

    private sealed record Inner(IPAddress Ip);

    private sealed record Optional(string Ip, int Weight = 7);

    private sealed record Misspelt(int Prt, string Elsewhere);

    private sealed record Narrow(int Ip, [property: Column("Total Bytes")] int? TotalBytes);

    private sealed record Strict([property: Column("Total Bytes")] long TotalBytes);

    private sealed record Tagged(string[] Tags);
}
