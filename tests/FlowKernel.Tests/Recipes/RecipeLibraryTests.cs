using FlowKernel.Recipes;

namespace FlowKernel.Tests.Recipes;

public sealed class RecipeLibraryTests
{
    public static TheoryData<string> Names => [.. RecipeLibrary.All.Select(r => r.Name)];

    [Fact]
    public void EveryQueryFileIsInTheLibrary() =>
        Assert.Equal(
            typeof(Recipe).Assembly.GetManifestResourceNames().Count(n => n.EndsWith(".kql", StringComparison.Ordinal)),
            RecipeLibrary.All.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void ARecipeSaysWhatItShowsAndTeaches(string name)
    {
        var recipe = RecipeLibrary.Find(name).OrThrow();
        Assert.NotEmpty(recipe.Description);
        Assert.NotEmpty(recipe.Teaches);
        Assert.NotEmpty(recipe.Tags);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheStatedChartIsTheOneThatTheQueryRenders(string name)
    {
        var recipe = RecipeLibrary.Find(name).OrThrow();
        var render = recipe.Chart == "table" ? "" : $"| render {recipe.Chart}\n";
        Assert.EndsWith(render, recipe.Kql, StringComparison.Ordinal);
        Assert.Equal(render != "", recipe.Kql.Contains("| render ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryParameterIsUsed(string name)
    {
        var recipe = RecipeLibrary.Find(name).OrThrow();
        foreach (var parameter in recipe.Parameters)
            Assert.Matches($@"(?m)^[^/]*\b{parameter.Variable}\b", recipe.Kql);
    }

    [Theory]
    [InlineData("vm-trafic", "There is no recipe 'vm-trafic'.", "Did you mean 'vm-traffic'?")]
    [InlineData("dns", "There is no recipe 'dns'.", "List them with 'recipes'.")]
    public void AnUnknownNameIsAnsweredWithTheNearest(string name, string message, string hint)
    {
        var error = RecipeLibrary.Find(name).Diagnostics.Single();
        Assert.Equal(("FK0210", message, hint), (error.Code, error.Message, error.Hint));
    }

    [Fact]
    public void WordsFindRecipesByNameTitleAndTag() =>
        Assert.Equal(
            ["expressroute-by-circuit", "onprem-azure-direction"],
            RecipeSearch.Find(["ExpressRoute"]).Select(r => r.Name).Order());
}
