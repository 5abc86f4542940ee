using FlowKernel.DuckDb.Functions.Native.Ranks;
using FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

namespace FlowKernel.DuckDb.Tests.Functions.Ranks;

public sealed class RankSelectionTests
{
    public static TheoryData<string, long[]> Shapes => new()
    {
        { "one", [7] },
        { "few", [5, -3, 5, 0] },
        { "nearly all different", Made(20_000, i => i * 7919L % 1_000_003) },
        { "ten values", Made(20_000, i => i % 10) },
        { "all the same", Made(20_000, _ => 42) },
        { "one far away", [.. Made(20_000, i => i % 1000), long.MaxValue] },
        { "both ends", [long.MinValue, .. Made(20_000, i => (i * 31L % 977) - 500), long.MaxValue] },
        { "long tail", Made(20_000, i => (long)Math.Exp(i % 2000 / 50.0)) },
        { "in order", Made(20_000, i => i) },
        { "in the opposite order", Made(20_000, i => -i) },
        { "up and down", Made(3000, i => Math.Min(i, 3000 - i)) },
        { "negative", Made(20_000, i => -i * (long)i * i) },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ValuesAreThoseAtTheirPlacesWhenSorted(string shape, long[] values)
    {
        Assert.NotEmpty(shape);
        foreach (var some in new[] { values, [.. values.Take(3000)], [.. values.TakeLast(20)] })
        {
            var sorted = some.Order().ToArray();
            long[] places = [0, sorted.Length / 2, sorted.Length - 1, sorted.Length * 95L / 100, sorted.Length / 2];
            Assert.Equal(places.Select(p => sorted[p]), Found(some, places));
        }
    }

    [Fact]
    public void EveryPlaceIsFoundAtOnce()
    {
        var values = Made(3000, i => i * 7919L % 3001);
        Assert.Equal(values.Order(), Found(values, Made(3000, i => i)));
    }

    private static unsafe long[] Found(long[] values, long[] places)
    {
        using var memory = new ValueMemory(1 << 20, Path.GetTempPath());
        var found = new long[places.Length];
        fixed (long* start = values)
        {
            var half = values.Length / 2;
            RankSelection.Find(
                [new ValueRun(start, half), new ValueRun(start + half, values.Length - half)], values.Length, places,
                found, memory);
        }

        Assert.Equal((0, 0), (memory.Held, memory.Spilled));

        return found;
    }

    private static long[] Made(int count, Func<int, long> value) => [.. Enumerable.Range(0, count).Select(value)];
}
