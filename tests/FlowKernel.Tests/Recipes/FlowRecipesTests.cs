using System.Reflection;
using FlowKernel.Recipes;

namespace FlowKernel.Tests.Recipes;

public sealed class FlowRecipesTests
{
    public static TheoryData<string> Names => [.. RecipeLibrary.All.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryRecipeHasAMethodWithItsParameters(string name)
    {
        var recipe = RecipeLibrary.Find(name).OrThrow();
        var method = typeof(FlowRecipes).GetMethod(
            name.Replace("-", "", StringComparison.Ordinal),
            BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance);
        Assert.NotNull(method);
        Assert.Equal(recipe.Parameters.Select(p => p.Name), method.GetParameters().Select(p => p.Name));
        Assert.All(method.GetParameters(), p => Assert.True(p.HasDefaultValue));
    }
}
