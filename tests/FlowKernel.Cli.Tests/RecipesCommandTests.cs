using FlowKernel.Recipes;

namespace FlowKernel.Cli.Tests;

[Collection("console")]
public sealed class RecipesCommandTests
{
    [Fact]
    public async Task TheListNamesEveryRecipe()
    {
        var run = await ToolRun.OfAsync("recipes", "list");
        Assert.All(RecipeLibrary.All, recipe => Assert.Contains(recipe.Name, run.Output));
    }

    [Fact]
    public async Task ARecipeIsShownAsTextThatRunsByItself()
    {
        var run = await ToolRun.OfAsync("recipes", "show", "vm-traffic");
        Assert.Contains("let ip = \"10.1.1.8\";", run.Output);
        Assert.Contains("--param ip=", run.Output);
    }

    [Fact]
    public async Task AnUnknownRecipeNamesTheNearestOne()
    {
        var run = await ToolRun.OfAsync("recipes", "show", "vm-trafic");
        Assert.Equal("error FK0210: There is no recipe 'vm-trafic'.\n  Did you mean 'vm-traffic'?", run.Errors.Trim());
    }
}
