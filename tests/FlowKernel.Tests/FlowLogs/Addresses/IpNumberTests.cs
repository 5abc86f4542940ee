using System.Text;
using FlowKernel.FlowLogs.Addresses;

namespace FlowKernel.Tests.FlowLogs.Addresses;

public sealed class IpNumberTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.1.8")]
    [InlineData("255.255.255.255")]
    [InlineData("2001:db8::1")]
    [InlineData("fe80::1:2")]
    [InlineData("::")]
    public void CanonicalTextComesBack(string text) => Assert.Equal(text, IpNumber.Parse(text).ToString());

    [Theory]
    [InlineData("2001:0DB8:0000::0001", "2001:db8::1")]
    [InlineData("::ffff:10.1.1.8", "10.1.1.8")]
    [InlineData("010.001.001.008", "10.1.1.8")]
    public void OtherSpellingsBecomeCanonical(string text, string expected) =>
        Assert.Equal(expected, IpNumber.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("10.1")]
    [InlineData("10.1.1.256")]
    [InlineData("10.1.1.8.9")]
    [InlineData("10.1.1.")]
    [InlineData("10..1.1")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("fe80::1%eth0")]
    [InlineData("[::1]")]
    [InlineData("host")]
    [InlineData(":")]
    public void OtherTextIsRefused(string text) =>
        Assert.False(IpNumber.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void OnlyIpv4HasANumberOf32Bits()
    {
        Assert.Equal(0x0A010108u, IpNumber.Parse("10.1.1.8").V4);
        Assert.Null(IpNumber.Parse("2001:db8::1").V4);
    }

    [Theory]
    [InlineData("10.1.1.9/27", "10.1.1.0/27")]
    [InlineData("10.1.1.9", "10.1.1.9/32")]
    [InlineData("2001:db8::9/64", "2001:db8::/64")]
    public void PrefixesClearHostBits(string text, string expected) =>
        Assert.Equal(expected, IpPrefix.Parse(text).ToString());

    [Theory]
    [InlineData("10.1.1.0/33")]
    [InlineData("10.1.1.0/-1")]
    [InlineData("10.1.1.0/")]
    [InlineData("AzureCloud")]
    [InlineData(null)]
    public void OtherPrefixesAreRefused(string? text) => Assert.False(IpPrefix.TryParse(text, out _));
}
