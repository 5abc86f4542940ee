using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Tests.Kinds;

public class PieAndCardTests
{
    [Fact]
    public void OfSeveralNamesASliceLeavesOutThoseThatAreEmpty()
    {
        var table = Tables.Of(["Owner:string", "Place:string", "Bytes:long"], ["Storage", "", 9L], ["", "", 5L]);
        var chart = Assert.IsType<PieChart>(Tables.Spec(table, Tables.Render("piechart")));
        Assert.Equal(["Storage", "(empty)"], chart.Slices.Select(s => s.Name));
    }

    [Fact]
    public void SlicesComeGreatestFirst()
    {
        var pie = Assert.IsType<PieChart>(Tables.Spec(Tables.BySource, Tables.Render("piechart")));
        Assert.Equal(["10.1.1.68", "10.1.1.69", "10.1.1.70"], pie.Slices.Select(s => s.Name));
        Assert.Equal((AxisUnit.Bytes, 600_000_000d), (pie.Unit, pie.Slices[0].Value));
        Assert.Equal("TotalBytes by SrcIp", pie.Subject);
    }

    [Fact]
    public void SmallSlicesAreTogetherAndThePieSaysSo()
    {
        var rows = Enumerable.Range(1, 60).Select(i => new object?[] { $"n{i}", (long)i });
        var pie = Assert.IsType<PieChart>(
            Tables.Spec(Tables.Of(["Name:string", "N:long"], [.. rows]), Tables.Render("piechart")));
        Assert.Equal(["The 40 smallest of 60 slices are together as \"other\"."], pie.Notes);
        Assert.Equal(new Slice("other", 40 * 41 / 2d, IsOther: true), pie.Slices[^1]);
    }

    [Fact]
    public void NegativeValuesHaveNoSliceAndThePieSaysSo()
    {
        var table = Tables.Of(["Name:string", "N:long"], ["a", 5L], ["b", -5L]);
        var pie = Assert.IsType<PieChart>(Tables.Spec(table, Tables.Render("piechart")));
        Assert.Equal("a", Assert.Single(pie.Slices).Name);
        Assert.Equal(["1 negative value cannot be shown."], pie.Notes);
    }

    [Fact]
    public void ACardShowsTheFirstRowForReading()
    {
        var table = Tables.Of(
            ["Flows:long", "TotalBytes:long", "Top:string"], [48211L, 1_073_741_824L, "10.1.1.8"], [1L, 1L, "x"]);
        var card = Assert.IsType<CardChart>(Tables.Spec(table, Tables.Render("card")));
        Assert.Equal(["48,211", "1.07 GB", "10.1.1.8"], card.Values.Select(v => v.Text));
        Assert.Equal(["Not shown: 1 more row."], card.Notes);
    }
}
