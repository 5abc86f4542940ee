using System.Text;
using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Reading;

namespace FlowKernel.Tests.FlowLogs.Reading;

public sealed class FlowTupleParserTests
{
    [Fact]
    public void AllThirteenFieldsAreRead()
    {
        var tuple = Parse("1710413941978,10.1.1.70,10.1.1.4,55490,80,6,O,E,NX,6,754,4,730");

        Assert.Equal(
            new FlowTuple(
                1710413941978, IpNumber.Parse("10.1.1.70"), IpNumber.Parse("10.1.1.4"), 55490, 80, 6,
                TupleDirection.Outbound, FlowState.End, EncryptionStatus.Unencrypted, 6, 754, 4, 730),
            tuple);
        Assert.Equal(new DateTime(2024, 3, 14, 10, 59, 1, 978, DateTimeKind.Utc), tuple.Time);
    }

    [Theory]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,55490,80,6,I,C,X,6,754,4,730")]
    [InlineData("1710413941978,2001:db8::1,2001:db8::2,1,443,17,O,D,NX_FALLBACK,0,0,0,0")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,0,0,255,I,B,NX_LOCAL_DST,0,0,0,0")]
    public void WrittenTuplesComeBack(string text) => Assert.Equal(text, Parse(text).ToString());

    [Theory]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,55490,80,6,O,B,NX,,,,")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,55490,80,6,I,D,NX,,,,")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,55490,80,6,O,B,NX,0,0,0,0")]
    public void CountersMayBeMissingWhereNothingWasCounted(string text) => Assert.Equal(0, Parse(text).BytesForward);

    [Fact]
    public void TenDigitsAreSeconds() => Assert.Equal(
        1710413941000, Parse("1710413941,10.1.1.70,10.1.1.4,55490,80,6,O,B,NX,,,,").TimestampMilliseconds);

    [Theory]
    [InlineData("X", EncryptionStatus.Encrypted)]
    [InlineData("NX", EncryptionStatus.Unencrypted)]
    [InlineData("NX_HW_NOT_SUPPORTED", EncryptionStatus.UnsupportedHardware)]
    [InlineData("NX_SW_NOT_READY", EncryptionStatus.SoftwareNotReady)]
    [InlineData("NX_NOT_ACCEPTED", EncryptionStatus.DroppedWithoutEncryption)]
    [InlineData("NX_NOT_SUPPORTED", EncryptionStatus.DiscoveryNotSupported)]
    [InlineData("NX_LOCAL_DST", EncryptionStatus.DestinationOnSameHost)]
    [InlineData("NX_FALLBACK", EncryptionStatus.FellBack)]
    [InlineData("NX_TOMORROW", EncryptionStatus.Unknown)]
    public void EncryptionStatusesAreKnown(string code, EncryptionStatus expected) => Assert.Equal(
        expected, Parse($"1710413941978,10.1.1.70,10.1.1.4,55490,80,6,O,B,{code},0,0,0,0").Encryption);

    [Theory]
    [InlineData("", "it has 1 field instead of 13")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,55490,80,6,O,E,NX,6,754,4", "it has 12 fields instead of 13")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,55490,80,6,O,E,NX,6,754,4,730,1", "it has 14 fields instead of 13")]
    [InlineData("yesterday,10.1.1.70,10.1.1.4,1,80,6,O,E,NX,6,754,4,730", "field 1 (timestamp) is 'yesterday'")]
    [InlineData("1710413941978,10.1,10.1.1.4,1,80,6,O,E,NX,6,754,4,730", "field 2 (source address) is '10.1'")]
    [InlineData("1710413941978,10.1.1.70,,1,80,6,O,E,NX,6,754,4,730", "field 3 (destination address) is ''")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,65536,80,6,O,E,NX,6,754,4,730", "field 4 (source port) is '65536'")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,1,-1,6,O,E,NX,6,754,4,730", "field 5 (destination port) is '-1'")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,1,80,256,O,E,NX,6,754,4,730", "field 6 (protocol number) is '256'")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,1,80,6,X,E,NX,6,754,4,730", "field 7 (direction) is 'X'")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,1,80,6,O,A,NX,6,754,4,730", "field 8 (state) is 'A'")]
    [InlineData("1710413941978,10.1.1.70,10.1.1.4,1,80,6,O,E,,6,754,4,730", "field 9 (encryption status) is ''")]
    [InlineData(
        "1710413941978,10.1.1.70,10.1.1.4,1,80,6,O,E,NX,,754,4,730",
        "field 10 (packets to the destination) is ''")]
    [InlineData(
        "1710413941978,10.1.1.70,10.1.1.4,1,80,6,O,E,NX,6,7.5,4,730",
        "field 11 (bytes to the destination) is '7.5'")]
    [InlineData(
        "1710413941978,10.1.1.70,10.1.1.4,1,80,6,O,E,NX,6,754,4,9223372036854775807",
        "field 13 (bytes to the source) is '9223372036854775807'")]
    public void DamageIsExplained(string text, string reason)
    {
        Assert.False(FlowTupleParser.TryParse(Encoding.UTF8.GetBytes(text), out _));
        Assert.Equal(reason, FlowTupleParser.Explain(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void RandomTuplesComeBack()
    {
        var random = new Random(7);
        foreach (var tuple in Enumerable.Range(0, 2000).Select(_ => RandomTuples.Next(random)))
            Assert.Equal(tuple, Parse(tuple.ToString()));
    }

    private static FlowTuple Parse(string text)
    {
        Assert.True(FlowTupleParser.TryParse(Encoding.UTF8.GetBytes(text), out var tuple));
        return tuple;
    }
}
