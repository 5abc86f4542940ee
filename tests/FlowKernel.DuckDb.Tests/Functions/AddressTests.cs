using FlowKernel.Results;

namespace FlowKernel.DuckDb.Tests.Functions;

public sealed class AddressTests
{
    [Theory]
    [InlineData("10.1.2.3", "10.0.0.0/8", true)]
    [InlineData("192.168.1.1", "192.168.1.1", true)]
    [InlineData("192.168.1.1", "192.168.1.255/24", true)]
    [InlineData("192.168.2.1", "192.168.1.255/24", false)]
    [InlineData("not an address", "10.0.0.0/8", null)]
    [InlineData("10.1.2.256", "10.0.0.0/8", null)]
    [InlineData("10.1.2.3", "10.0.0.0/33", null)]
    public void RangesAreTested(string address, string range, bool? inside)
    {
        Assert.Equal(inside, Calls.Run("ipv4_is_in_range", KqlType.Bool, address, range));
        Assert.Equal(inside, Calls.RunOnColumns("ipv4_is_in_range", KqlType.Bool, address, range));
    }

    [Theory]
    [InlineData("192.168.1.5", true)]
    [InlineData("123.1.11.21", false)]
    public void AnyRangeOfAListOrAnArrayWillDo(string address, bool inside)
    {
        var ranges = new DynamicValue("[\"192.168.1.1/16\",\"10.0.0.1/8\"]");
        Assert.Equal(inside, Calls.Run("ipv4_is_in_any_range", KqlType.Bool, address, ranges));
        Assert.Equal(inside, Calls.RunOnColumns("ipv4_is_in_any_range", KqlType.Bool, address, ranges));
        Assert.Equal(inside,
            Calls.RunOnColumns("ipv4_is_in_any_range", KqlType.Bool, address, "10.0.0.0/8", "192.168.0.0/16"));
    }

    [Theory]
    [InlineData("192.168.1.1/24", "192.168.1.255", 0L)]
    [InlineData("192.168.1.1", "192.168.1.2", -1L)]
    [InlineData("x", "192.168.1.2", null)]
    public void AddressesCompareByTheShorterPrefix(string left, string right, long? order) =>
        Assert.Equal(order, Calls.Run("ipv4_compare", KqlType.Long, left, right));

    [Theory]
    [InlineData("192.168.1.1/24", 32L, "192.168.1.0", "192.168.1.0/24")]
    [InlineData("192.168.1.1", 24L, "192.168.1.0", "192.168.1.0/24")]
    [InlineData("192.168.1.1/24", -1L, "", "")]
    public void AddressesAreFormatted(string address, long bits, string plain, string withMask)
    {
        Assert.Equal(plain, Calls.Run("format_ipv4", KqlType.String, address, bits));
        Assert.Equal(withMask, Calls.Run("format_ipv4_mask", KqlType.String, address, bits));
    }

    [Theory]
    [InlineData("05:04:54 127.0.0.1 GET", true)]
    [InlineData("05:04:54127.0.0.1 GET", false)]
    public void AnAddressInATextStandsAlone(string text, bool found)
    {
        Assert.Equal(found, Calls.Run("has_ipv4", KqlType.Bool, text, "127.0.0.1"));
        Assert.Equal(found, Calls.Run("has_ipv4_prefix", KqlType.Bool, text, "127.0."));
        Assert.Equal(found, Calls.Run("has_any_ipv4", KqlType.Bool, text, "127.0.0.2", "127.0.0.1"));
        Assert.Equal(found, Calls.Run("has_any_ipv4_prefix", KqlType.Bool, text, new DynamicValue("[\"127.0.\"]")));
    }

    [Theory]
    [InlineData("192.168.255.255/24", "0000:0000:0000:0000:0000:ffff:c0a8:ff00")]
    [InlineData("::192.168.255.255/24", "0000:0000:0000:0000:0000:0000:c0a8:ff00")]
    [InlineData("fe80::85d:e82c:9446:7994/120", "fe80:0000:0000:0000:085d:e82c:9446:7900")]
    [InlineData("nothing", "")]
    public void SixthVersionAddressesAreWrittenInFull(string address, string text) =>
        Assert.Equal(text, Calls.Run("parse_ipv6", KqlType.String, address));

    [Theory]
    [InlineData("::192.168.1.1/30", "192.168.1.255/24", 0L)]
    [InlineData("::ffff:c0a8:0101", "192.168.1.255/24", 0L)]
    [InlineData("fe80::1", "fe80::2", -1L)]
    public void OldAndNewAddressesCompare(string left, string right, long order) =>
        Assert.Equal(order, Calls.Run("ipv6_compare", KqlType.Long, left, right));

    [Theory]
    [InlineData("1.1.0.0", "1.1.255.255", "[\"1.1.0.0/16\"]")]
    [InlineData("10.0.0.1", "10.0.0.4", "[\"10.0.0.1/32\",\"10.0.0.2/31\",\"10.0.0.4/32\"]")]
    [InlineData("0.0.0.0", "255.255.255.255", "[\"0.0.0.0/0\"]")]
    public void ARangeBecomesPrefixes(string first, string last, string prefixes) =>
        Assert.Equal(prefixes, Calls.Run("ipv4_range_to_cidr_list", KqlType.Dynamic, first, last));
}
