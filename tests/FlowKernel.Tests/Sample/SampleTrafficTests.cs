using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Sample;

namespace FlowKernel.Tests.Sample;

public sealed class SampleTrafficTests
{
    private static readonly SampleOptions TwoDays = new() { Days = 2 };

    [Fact]
    public async Task EqualOptionsGiveEqualBytes() =>
        Assert.Equal(await BytesOf(TwoDays), await BytesOf(TwoDays));

    [Fact]
    public async Task AnotherSeedGivesOtherBytes() =>
        Assert.NotEqual(await BytesOf(TwoDays), await BytesOf(TwoDays with { Seed = 2 }));

    [Fact]
    public void MoreDaysLeaveTheBeginningsOfLaterFlowsAsTheyWere()
    {
        var later = Beginnings(new SampleOptions { Days = 3 }).Where(t => t.Time >= TwoDays.Start);
        Assert.Equal(Beginnings(TwoDays).Order(), later.Order());
    }

    [Fact]
    public void APartOfTheHoursIsTheSamePartOfTheWhole()
    {
        var (start, end) = (TwoDays.Start.AddHours(20), TwoDays.Start.AddHours(31));
        Assert.Equal(
            Tuples.Of(TwoDays).Where(b => b.Hour >= start && b.Hour < end).Select(Text),
            SampleTraffic.Generate(TwoDays, start, end).Select(Text));
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(60_000)]
    public void TheNumberOfFlowsIsAboutTheOneAskedFor(long flows)
    {
        var opened = Beginnings(TwoDays with { Flows = flows }).DistinctBy(t => (t.Time, t.SourcePort)).Count();
        Assert.InRange(opened, flows * 0.8, flows * 1.2);
    }

    [Theory]
    [InlineData(0, 1L, "A sample of 0 days cannot be made.", "Ask for 1 to 3660.")]
    [InlineData(1, 0L, "A sample of 0 flows cannot be made.", "Ask for 1 or more.")]
    public void OptionsOutOfRangeAreRefused(int days, long flows, string message, string hint)
    {
        var error = new SampleOptions { Days = days, Flows = flows }.Check().Diagnostics.Single();
        Assert.Equal((message, hint), (error.Message, error.Hint));
    }

    [Fact]
    public void CountersOfAFlowsTuplesAddUpToTheSameAtEveryInterface()
    {
        var flows = Tuples.Of(TwoDays).SelectMany(b => b.Records).SelectMany(r => r.Tuples.ToArray()
                .Select(t => (Key: (t.Source, t.Destination, t.SourcePort, t.DestinationPort), r.MacAddress, Tuple: t)))
            .GroupBy(t => t.Key)
            .Select(g => g.GroupBy(t => t.MacAddress, t => t.Tuple).ToList())
            .Where(g => g.Count > 1 && g.All(m => m.Count(t => t.State == FlowState.Begin) == 1))
            .ToList();
        Assert.NotEmpty(flows);
        Assert.All(flows, views => Assert.Single(views.Select(v => v.Sum(t => t.Bytes())).Distinct()));
    }

    [Fact]
    public void TuplesStayInTheHourOfTheirBlobInOrderOfTimeWithinAGroup()
    {
        foreach (var blob in Tuples.Of(TwoDays))
        {
            foreach (var record in blob.Records)
            {
                foreach (var group in record.Groups)
                {
                    var times = record.TuplesOf(group).ToArray().Select(t => t.Time).ToArray();
                    Assert.Equal(times.Order(), times);
                    Assert.All(times, t => Assert.InRange(t, blob.Hour, blob.Hour.AddHours(1).AddTicks(-1)));
                }
            }
        }
    }

    [Fact]
    public void ALongFlowGoesOnEveryFiveMinutesAndInTheNextHour()
    {
        var transfer = Tuples.All.Where(t => t.DestinationPort == 22 && t.Destination.ToString() == "136.144.58.113");
        var times = transfer.Select(t => t.Time).Order().ToList();
        Assert.Equal(TimeSpan.FromMinutes(5), times[1] - times[0]);
        Assert.True(times.Select(t => t.Hour).Distinct().Count() > 1);
    }

    private static string Text(SampleBlob blob) =>
        blob.Path + string.Concat(blob.Records.SelectMany(r => r.Tuples.ToArray()).Select(t => $"\n{t}"));

    private static IEnumerable<FlowBeginning> Beginnings(SampleOptions options) =>
        from blob in Tuples.Of(options)
        from record in blob.Records
        from tuple in record.Tuples.ToArray()
        where tuple.State is FlowState.Begin or FlowState.Denied
        select new FlowBeginning(tuple.Time, tuple.SourcePort, $"{record.MacAddress} {tuple}");

    private static async Task<byte[]> BytesOf(SampleOptions options)
    {
        using var stream = new MemoryStream();
        foreach (var blob in Tuples.Of(options))
            await SampleBlobs.WriteAsync(stream, blob, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    private sealed record FlowBeginning(DateTime Time, ushort SourcePort, string Text) : IComparable<FlowBeginning>
    {
        public int CompareTo(FlowBeginning? other) => string.CompareOrdinal(Text, other?.Text);
    }
}
