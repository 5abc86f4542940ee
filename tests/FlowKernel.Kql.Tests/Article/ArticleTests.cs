using FlowKernel.Plan;

namespace FlowKernel.Kql.Tests.Article;

/// <summary>The queries of the article, character by character as printed, check and lower.</summary>
public class ArticleTests(KqlFixture kql)
{
    public static TheoryData<string, string, string?> Queries => new()
    {
        { "ip-details", "FlowType, PublicIpDetails, Location", null },
        { "route-tables", "ResourceGroup, RouteTableName, RouteName, NextHopType, NextHopIp", null },
        { "vm-traffic", "SrcIp, DestIp, TotalBytes", null },
        { "vm-traffic-geolocation", "SrcIp, DestIp, PublicIpDetails, Location, TotalBytes", null },
        { "vm-peer-over-time", "App, TimeGenerated, TotalBytes", "columnchart" },
        { "lb-by-source", "SrcIp, TotalBytes", "piechart" },
        { "lb-over-time", "SrcIp, TimeGenerated, TotalBytes", "barchart" },
        { "lb-by-destination", "DestIp, TimeGenerated, TotalBytes", "barchart" },
        { "by-subnet", "SrcSubnet, DestSubnet, L4Protocol, DestPort, TotalBytes", null },
        { "between-prefixes", "SrcIp, DestIp, L4Protocol, DestPort, L7Protocol, TotalBytes", null },
        { "expressroute", "TargetResourceName, TimeGenerated, TotalBytes", "columnchart" },
        { "onprem-azure-direction", "Direction, TotalBytesSrcToDest, TotalBytesDestToSrc", "columnchart" },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task PrintedQueriesCheckAndLower(string name, string columns, string? chart)
    {
        var query = (await kql.CheckAsync(Text(name), KqlFixture.FlowLogs)).OrThrow();
        Assert.Equal(columns, string.Join(", ", query.Columns.Select(c => c.Name)));
        var result = Assert.Single(kql.Language.Lower(query).OrThrow().Results);
        Assert.Equal(
            query.Columns.Select(c => (c.Name, c.Type)),
            result.Relation.Columns.Select(c => (c.Name, c.Type)));
        Assert.Equal(chart, result.Render?.Visualization);
    }

    [Fact]
    public async Task CommentOnOneLineEndsThePrintedQuery()
    {
        var query = (await kql.CheckAsync(Text("between-prefixes-over-time"), KqlFixture.FlowLogs)).OrThrow();
        Assert.Null(query.Render);
        Assert.Equal("DestIpIsInPrefix2", query.Columns[^1].Name);
        Assert.IsType<Filter>(Assert.Single(kql.Language.Lower(query).OrThrow().Results).Relation);
    }

    private static string Text(string name)
    {
        using var stream = typeof(ArticleTests).Assembly.GetManifestResourceStream(name + ".kql")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
