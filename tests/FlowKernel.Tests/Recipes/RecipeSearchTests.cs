using FlowKernel.Recipes;

namespace FlowKernel.Tests.Recipes;

public sealed class RecipeSearchTests
{
    [Theory]
    [InlineData("vm-traffic", "vm-traffic")]
    [InlineData("VM-TRAFFIC-GEO", "vm-traffic-geo")]
    [InlineData("route", "route-tables")]
    [InlineData("prefix", "prefix-traffic")]
    [InlineData("subnet", "subnet-traffic")]
    [InlineData("load balancer", "lb-by-source")]
    [InlineData("load time", "lb-over-time")]
    public void TheBestOneComesFirst(string words, string first) =>
        Assert.Equal(first, RecipeSearch.Find(words.Split(' '))[0].Name);

    [Fact]
    public void NamesOfColumnsAreFoundInTheQueries()
    {
        var found = RecipeSearch.Find(["SrcExpressRouteCircuit"]);
        Assert.All(found, recipe => Assert.Contains("SrcExpressRouteCircuit", recipe.Kql));
        Assert.NotEmpty(found);
    }

    [Fact]
    public void EveryWordMustBeFound() => Assert.Empty(RecipeSearch.Find(["vm", "qqqq"]));

    [Fact]
    public void WithoutWordsAllAreListedInTheirOrder() =>
        Assert.Equal(RecipeLibrary.All.Select(r => r.Name), RecipeSearch.Find([]).Select(r => r.Name));
}
