using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Sample;

namespace FlowKernel.Tests.Sample;

/// <summary>What the article found in its estate can be found in the sample's tuples.</summary>
public sealed class SampleFindingsTests
{
    private static readonly IpNumber Jumphost = IpNumber.Parse("10.1.1.8");
    private static readonly IpNumber PacketHost = IpNumber.Parse("136.144.58.113");

    [Fact]
    public void TheJumphostSendsAGigabyteOnTwoDaysTheLastBeingThe23rdOfApril()
    {
        var days = Tuples.All
            .Where(t => t.Source == Jumphost && t.Destination == PacketHost)
            .GroupBy(t => t.Time.Date)
            .ToDictionary(g => g.Key, g => g.Sum(t => t.BytesForward));
        Assert.Equal([new DateTime(2024, 4, 11), new DateTime(2024, 4, 23)], days.Keys.Order());
        Assert.All(days.Values, bytes => Assert.InRange(bytes, 950_000_000, 1_050_000_000));
    }

    [Fact]
    public void Web03GetsLittleOfTheWebTiersBytes()
    {
        var received = new[] { "10.1.1.68", "10.1.1.69", "10.1.1.70" }
            .Select(IpNumber.Parse)
            .Select(ip => Tuples.All.Where(t => t.Destination == ip).Sum(t => t.Bytes()))
            .ToArray();
        Assert.InRange((double)received[2] / received.Sum(), 0.001, 0.05);
        Assert.InRange((double)received[0] / received[1], 0.8, 1.25);
    }

    [Fact]
    public void Web03IsLeftOutBecauseItsHealthProbesAreDenied()
    {
        var probes = Tuples.All
            .Where(t => t.Source == IpNumber.Parse("168.63.129.16") && t.State is FlowState.Denied or FlowState.End)
            .ToLookup(t => t.Destination.ToString(), t => t.State);
        Assert.All(probes["10.1.1.70"], state => Assert.Equal(FlowState.Denied, state));
        Assert.All(probes["10.1.1.68"].Concat(probes["10.1.1.69"]), state => Assert.Equal(FlowState.End, state));
    }

    [Fact]
    public void TheMachineThatCallsForOrdersTriesTheFileSharesOfSpoke2AndIsDenied()
    {
        var tries = Tuples.All.Where(t => t.DestinationPort == 445 && t.Destination.IsIn("10.1.2.0/24")).ToList();
        Assert.Equal(60, tries.Select(t => t.Destination).Distinct().Count());
        Assert.All(tries, t => Assert.Equal((IpNumber.Parse("10.1.3.71"), FlowState.Denied), (t.Source, t.State)));
        Assert.Contains(Tuples.All, t => t.Source == tries[0].Source && t.Destination.ToString() == "192.0.2.66");
    }

    [Fact]
    public void MostBytesBetweenTheTwoSubnetsAreOnPort80()
    {
        var between = Tuples.All
            .Where(t => (t.Source.IsIn("10.1.1.0/27") && t.Destination.IsIn("10.1.1.64/27")) ||
                (t.Source.IsIn("10.1.1.64/27") && t.Destination.IsIn("10.1.1.0/27")))
            .ToLookup(t => t.DestinationPort == 80, t => t.Bytes());
        Assert.True(between[true].Sum() > 1_000_000_000);
        Assert.True(between[true].Sum() > 10 * between[false].Sum());
        Assert.NotEmpty(between[false]);
    }

    [Theory]
    [InlineData("10.4.0.0/16", "10.1.0.0/16")]
    [InlineData("10.1.0.0/16", "10.4.0.0/16")]
    public void OnPremisesAndAzureBothOpenFlowsInTheLastDay(string source, string destination)
    {
        var bytes = Tuples.All
            .Where(t => t.Time > SampleClock.Now.AddDays(-1))
            .Where(t => t.Source.IsIn(source) && t.Destination.IsIn(destination))
            .Sum(t => t.Bytes());
        Assert.True(bytes > 1_000_000);
    }

    [Fact]
    public void ThereIsADailyAndAWeeklyRhythm()
    {
        var begun = Tuples.All.Where(t => t.State == FlowState.Begin && t.DestinationPort == 443).ToList();
        var weekday = begun.Where(t => t.Time.DayOfWeek == DayOfWeek.Wednesday).ToList();
        var sundays = begun.Where(t => t.Time.DayOfWeek == DayOfWeek.Sunday).ToList();
        Assert.True(weekday.Count > 1.3 * sundays.Count);
        Assert.True(weekday.Count(t => t.Time.Hour is >= 13 and < 19) > 1.5 * weekday.Count(t => t.Time.Hour < 6));
    }

    [Fact]
    public void FlowsBetweenAzureMachinesAreLoggedAtBothEnds()
    {
        var ends = Tuples.All
            .Where(t => t.Source == IpNumber.Parse("10.1.1.36") && t.Destination == IpNumber.Parse("10.1.1.37"))
            .ToLookup(t => t.Direction, t => t.Bytes());
        Assert.Equal(ends[TupleDirection.Outbound].Sum(), ends[TupleDirection.Inbound].Sum());
    }

    [Fact]
    public void EveryStateAndSeveralEncryptionsOccur()
    {
        Assert.Equal(4, Tuples.All.Select(t => t.State).Distinct().Count());
        Assert.True(Tuples.All.Select(t => t.Encryption).Distinct().Count() >= 4);
    }
}
