using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Tests;

public sealed class PaletteTests
{
    private const string DarkPage = "#14171a";

    public static TheoryData<string> Colours => [.. Palette.Series];

    [Theory]
    [MemberData(nameof(Colours))]
    public void EveryColourIsSeenOnALightPageAndOnADarkOne(string colour)
    {
        Assert.InRange(Palette.Contrast(colour, Palette.Background), 1.5, 21);
        Assert.InRange(Palette.Contrast(colour, DarkPage), 2.5, 21);
    }

    [Fact]
    public void TheGreatestValueOfAMapIsSeenOnADarkPageAndClassesDiffer()
    {
        Assert.InRange(Palette.Contrast(HeatScale.Colours[^1], DarkPage), 2, 21);
        Assert.All(HeatScale.Colours.Zip(HeatScale.Colours.Skip(1)), pair =>
            Assert.InRange(Palette.Contrast(pair.First, pair.Second), 1.35, 21));
    }
}
