using FlowKernel.FlowLogs;
using FlowKernel.FlowLogs.Sample;
using FlowKernel.Kql;
using FlowKernel.Recipes;
using FlowKernel.Session;

namespace FlowKernel.Specs.Article;

/// <summary>Recipes are right KQL, with their parameters as the scope's and as written-out literals.</summary>
public class RecipeCheckTests
{
    private static readonly KqlLanguage Language = new();
    private static readonly QueryScope Scope = new(FlowLogTables.Database, SampleClock.Now);

    public static TheoryData<string> Names => [.. RecipeLibrary.All.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ARecipeIsRightWithTypedParameters(string name)
    {
        var recipe = RecipeLibrary.Find(name).OrThrow();
        var query = await Check(recipe.Kql, Scope with { Parameters = recipe.Defaults.Values });
        Assert.Empty(query.Warnings);
        Assert.Equal(recipe.Chart, query.Render?.Visualization ?? "table");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ARecipeIsRightAsATextOfItsOwn(string name)
    {
        var recipe = RecipeLibrary.Find(name).OrThrow();
        Assert.NotEmpty((await Check(recipe.ToKql(recipe.Defaults), Scope)).Columns);
    }

    private static async Task<CheckedQuery> Check(string kql, QueryScope scope) =>
        (await Language.CheckAsync(kql, scope, TestContext.Current.CancellationToken)).OrThrow();
}
