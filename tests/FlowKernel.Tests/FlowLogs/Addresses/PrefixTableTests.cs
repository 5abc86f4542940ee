using FlowKernel.FlowLogs.Addresses;

namespace FlowKernel.Tests.FlowLogs.Addresses;

public sealed class PrefixTableTests
{
    [Theory]
    [InlineData("10.1.1.8", "10.1.1.0/27")]
    [InlineData("10.1.1.40", "10.1.0.0/16")]
    [InlineData("10.1.1.0", "10.1.1.0/27")]
    [InlineData("10.1.1.31", "10.1.1.0/27")]
    [InlineData("10.2.0.0", "10.0.0.0/8")]
    [InlineData("11.0.0.0", "0.0.0.0/0")]
    [InlineData("255.255.255.255", "0.0.0.0/0")]
    [InlineData("2001:db8:1::5", "2001:db8:1::/48")]
    [InlineData("2001:db8:2::5", "2001:db8::/32")]
    public void LongestPrefixWins(string address, string expected)
    {
        var table = Table(
            "0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.1.1.0/27", "2001:db8::/32", "2001:db8:1::/48");

        Assert.True(table.TryMatch(IpNumber.Parse(address), out var prefix, out _));
        Assert.Equal(expected, prefix.ToString());
    }

    [Fact]
    public void FamiliesDoNotMix()
    {
        Assert.False(Table("::/0").TryMatch(IpNumber.Parse("10.0.0.1"), out _));
        Assert.False(Table("0.0.0.0/0").TryMatch(IpNumber.Parse("::1"), out _));
    }

    [Fact]
    public void AddressesOutsideMatchNothing()
    {
        var table = Table("10.1.0.0/16", "10.3.0.0/16");

        Assert.False(table.TryMatch(IpNumber.Parse("10.0.255.255"), out _));
        Assert.False(table.TryMatch(IpNumber.Parse("10.2.0.0"), out _));
        Assert.False(table.TryMatch(IpNumber.Parse("10.4.0.0"), out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AgreesWithTryingEveryPrefix(int seed)
    {
        var random = new Random(seed);
        var prefixes = Enumerable.Range(0, 400).Select(_ => RandomPrefix(random)).Distinct().ToList();
        var table = new PrefixTable<IpPrefix>(prefixes.Select(p => KeyValuePair.Create(p, p)));

        foreach (var address in Enumerable.Range(0, 5000).Select(_ => RandomAddress(random)))
        {
            var expected = prefixes.Where(p => p.Contains(address)).OrderByDescending(p => p.Length).Take(1).ToList();
            var found = table.TryMatch(address, out var prefix, out var value);

            Assert.Equal(expected.Count == 1, found);
            if (found)
                Assert.Equal((expected[0], expected[0]), (prefix, value));
        }
    }

    private static PrefixTable<string> Table(params string[] prefixes) =>
        new(prefixes.Select(p => KeyValuePair.Create(IpPrefix.Parse(p), p)));

    // Few distinct high bits, so that prefixes nest and addresses hit.
    private static IpNumber RandomAddress(Random random) => random.Next(2) == 0
        ? IpNumber.FromV4((10u << 24) | (uint)random.Next(1 << 18))
        : IpNumber.FromBits(((UInt128)0x20010DB8 << 96) | (uint)random.Next(1 << 18));

    private static IpPrefix RandomPrefix(Random random)
    {
        var address = RandomAddress(random);
        return IpPrefix.Of(address, address.Width - random.Next(0, 22));
    }
}
