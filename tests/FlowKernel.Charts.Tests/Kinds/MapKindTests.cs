using FlowKernel.Charts.Maps;
using FlowKernel.Charts.Spec;
using FlowKernel.Results;
using static FlowKernel.Charts.Tests.Tables;

namespace FlowKernel.Charts.Tests.Kinds;

public sealed class MapKindTests
{
    private static readonly KqlTable Countries = Of(
        ["Country:string", "Bytes:long"],
        ["US", 900L], ["Germany", 90L], ["SGP", 9L], ["us", 100L], ["eastus2", 5L], ["", 1L]);

    [Fact]
    public void CountriesAreFoundByCodeAndName()
    {
        var chart = Assert.IsType<MapChart>(Tables.Spec(Countries, Render("map")));
        Assert.Equal([("840", 1005.0), ("276", 90.0), ("702", 9.0)], chart.Areas.Select(a => (a.Code, a.Value)));
        Assert.Equal(
            ["Azure regions count for the country that they are in: eastus2.", "Not on the map: (empty) (1 B)."], chart.Notes);
    }

    [Fact]
    public void ClassesReachFromTheLeastToTheGreatestValue()
    {
        var chart = Assert.IsType<MapChart>(Tables.Spec(Countries, Render("map")));
        Assert.Equal(0, chart.Areas[^1].Class);
        Assert.Equal(chart.Classes.Count - 1, chart.Areas[0].Class);
        Assert.Equal(1005, chart.Classes[^1].Greatest);
        Assert.Equal(chart.Classes.Select(c => c.Label), chart.LegendNames);
    }

    [Theory]
    [InlineData("westeurope", "528")]
    [InlineData("East US 2", "840")]
    [InlineData("Southeast Asia", "702")]
    public void AzureRegionsAreInTheirCountry(string region, string code) =>
        Assert.Equal(code, FlowKernel.Charts.Maps.Countries.Find(region)?.Code);

    [Fact]
    public void PointsWithKindMapArePlacesOfTheWorld()
    {
        var table = Of(
            ["Latitude:real", "Longitude:real", "Region:string", "Bytes:long"],
            [52.4, 4.9, "westeurope", 4L], [1.3, 103.8, "southeastasia", 1L], [95.0, 0.0, "nowhere", 1L]);
        var chart = Assert.IsType<MapChart>(Tables.Spec(table, Render("scatterchart") with { Kind = "map" }));
        Assert.Equal([("westeurope", 4.9, 52.4), ("southeastasia", 103.8, 1.3)],
            chart.Points.Select(p => (p.Name, p.Longitude, p.Latitude)));
        Assert.Equal(2 * chart.Points[1].Radius, chart.Points[0].Radius, 3);
        Assert.Equal(["1 row without a place on the map cannot be shown."], chart.Notes);
    }

    [Fact]
    public void APieWithKindMapIsAPieAtEachPlace()
    {
        var table = Of(
            ["Longitude:real", "Latitude:real", "Region:string", "Way:string", "Bytes:long"],
            [4.9, 52.4, "westeurope", "in", 3L], [4.9, 52.4, "westeurope", "out", 1L], [103.8, 1.3, "southeastasia", "in", 1L]);
        var chart = Assert.IsType<MapChart>(Tables.Spec(table, Render("piechart") with { Kind = "map" }));
        Assert.Equal(["in", "out"], chart.LegendNames);
        Assert.Equal([("westeurope", 4.0), ("southeastasia", 1.0)], chart.Pies.Select(p => (p.Name, p.Total)));
        Assert.Equal([(0, 3.0), (1, 1.0)], chart.Pies[0].Slices);
        Assert.Equal(2 * chart.Pies[1].Radius, chart.Pies[0].Radius, 3);
        Assert.Empty(chart.Points);
    }

    [Fact]
    public void APieByCountryAndNameIsAPieInEachCountry()
    {
        var table = Of(
            ["Country:string", "Kind:string", "Bytes:long"],
            ["US", "web", 8L], ["Germany", "web", 1L], ["us", "dns", 2L], ["DE", "dns", 1L]);
        var chart = Assert.IsType<MapChart>(Tables.Spec(table, Render("piechart") with { Kind = "map" }));
        Assert.Empty(chart.Areas);
        Assert.Equal([10.0, 2.0], chart.Pies.Select(p => p.Total));
        Assert.Equal(["web", "dns"], chart.Series);
    }

    [Fact]
    public void SlicesBeyondTheLimitAreOneGreySlice()
    {
        var rows = Enumerable.Range(0, 30).Select(i => new object?[] { "US", $"app{i:00}", 100L - i }).ToArray();
        var chart = Assert.IsType<MapChart>(Tables.Spec(
            Of(["Country:string", "App:string", "Bytes:long"], rows), Render("piechart") with { Kind = "map" }));
        Assert.Equal(ChartLimits.Series, chart.Series.Count);
        Assert.Equal(Enumerable.Range(19, 11).Sum(i => 100 - i), chart.Pies[0].Slices[^1].Value);
        Assert.Equal(Palette.Other, chart.ColourOf(chart.Series.Count - 1));
        Assert.Equal(["Names beyond the 19 largest are together as \"other\"."], chart.Notes);
    }

    [Fact]
    public void APieOfCountriesAloneColoursThem() => Assert.NotEmpty(
        Assert.IsType<MapChart>(Tables.Spec(Countries, Render("piechart") with { Kind = "map" })).Areas);

    [Fact]
    public void ColumnsCannotBeAMap() =>
        Assert.Equal("FK0307", Build(BySource, Render("columnchart") with { Kind = "map" }).Diagnostics[0].Code);

    [Fact]
    public void ATableWithoutPlacesIsNoMap() =>
        Assert.Equal("FK0308", Build(BySource, Render("map")).Diagnostics[0].Code);

    [Fact]
    public void NoOutlineGoesAroundTheWorld() => Assert.All(WorldOutlines.All, outline => Assert.All(outline.Rings, ring =>
        Assert.All(ring.Zip(ring.Skip(1)), pair => Assert.True(Math.Abs(pair.First.Longitude - pair.Second.Longitude) < 90))));

    [Fact]
    public void SmallCountriesHaveAPlaceToo()
    {
        Assert.All(["SG", "LU", "MT", "HK", "BH"], code => Assert.NotNull(WorldOutlines.Find(FlowKernel.Charts.Maps.Countries.Find(code)!.Code)));
        Assert.True(WorldOutlines.Find("702")!.IsTiny);
        Assert.False(WorldOutlines.Find("276")!.IsTiny);
    }
}
