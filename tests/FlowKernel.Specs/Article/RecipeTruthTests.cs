using FlowKernel.FlowLogs.Sample;
using FlowKernel.Recipes;

namespace FlowKernel.Specs.Article;

/// <summary>The recipes and the article's own queries give on the sample what its raw tuples say.</summary>
public class RecipeTruthTests(SampleConnection sample) : IClassFixture<SampleConnection>
{
    // In the article's text a comment in the middle of its one line switches the rest off.
    private const string CutShort = "prefix-traffic-over-time";

    public static TheoryData<string> Names => [.. RecipeLibrary.All.Select(r => r.Name)];

    public static TheoryData<string> WholeQueries => [.. Names.Select(n => n.Data).Where(n => n != CutShort)];

    [Fact]
    public void EveryRecipeHasItsTruth() =>
        Assert.Equal(RecipeLibrary.All.Select(r => r.Name), ArticleTruths.Recipes);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ARecipeGivesTheTruth(string name)
    {
        var truth = ArticleTruths.OfRecipe(name);
        var table = await sample.RunAsync(RecipeLibrary.Find(name).OrThrow());
        Assert.NotEmpty(truth.Rows);
        Assert.Equal(truth.Rows, truth.From(table).Rows);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ARecipeWithItsArgumentsWrittenOutGivesTheTruth(string name)
    {
        var recipe = RecipeLibrary.Find(name).OrThrow();
        var truth = ArticleTruths.OfRecipe(name);
        Assert.Equal(truth.Rows, truth.From(await sample.RunAsync(recipe.ToKql(recipe.Defaults))).Rows);
    }

    [Theory]
    [MemberData(nameof(WholeQueries))]
    public async Task TheArticlesOwnTextGivesTheTruth(string name)
    {
        var truth = ArticleTruths.OfArticle(name);
        Assert.Equal(truth.Rows, truth.From(await sample.RunAsync(Text(name))).Rows);
    }

    [Fact]
    public async Task TheArticlesQueryWithACommentInItsLineGivesRowsAsFarAsTheComment()
    {
        var table = await sample.RunAsync(Text(CutShort));
        var rows = ArticleTruths.BetweenSubnets.Select(t => (
            t.Hour, t.Mac, t.AclId, t.Rule, t.Source, t.Destination, t.Tuple.DestinationPort, t.Tuple.Protocol,
            t.Tuple.Direction, t.Tuple.Encryption, IsDenied: t.Tuple.State == FlowLogs.Reading.FlowState.Denied));
        Assert.Equal(rows.Distinct().Count(), table.RowCount);
        Assert.True(table.IndexOf("DestIpIsInPrefix2") >= 0);
    }

    [Fact]
    public async Task TheArticlesQueryWithACommentOnALineOfItsOwnGivesTheTruth()
    {
        var truth = ArticleTruths.OfRecipe(CutShort);
        var text = Text(CutShort).Replace("L7Protocol | extend", "L7Protocol\n| extend", StringComparison.Ordinal);
        Assert.Equal(truth.Rows, truth.From(await sample.RunAsync(text)).Rows);
    }

    [Fact]
    public void NoTupleIsOnTheLimitOfTheLastDay() =>
        Assert.DoesNotContain(RawTuple.All, t => t.Tuple.Time == SampleClock.Now.AddHours(-24));

    private static string Text(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Article", "Queries", $"{name}.kql"));
}
