using FlowKernel.Recipes;
using FlowKernel.Results;

namespace FlowKernel.Tests.Recipes;

public sealed class RecipeReaderTests
{
    private const string Whole = """
        // ---
        // title: How much?
        // about: Bytes of a machine,
        //   both ways.
        // teaches: sum
        // chart: piechart
        // tags: vm, bytes
        // param ip: string = 10.0.0.1 -- The machine.
        // param last as lookback: timespan = 12h -- How far back.
        // ---

        T | where A == ip // a comment that stays
        """;

    [Fact]
    public void TheFrontMatterNamesAndExplains()
    {
        var recipe = RecipeReader.Read("how-much", Whole).OrThrow();
        Assert.Equal(
            ("how-much", "How much?", "Bytes of a machine, both ways.", "sum", "piechart"),
            (recipe.Name, recipe.Title, recipe.Description, recipe.Teaches, recipe.Chart));
        Assert.Equal(["vm", "bytes"], recipe.Tags);
    }

    [Fact]
    public void ParametersAreTyped()
    {
        var recipe = RecipeReader.Read("how-much", Whole).OrThrow();
        Assert.Equal(
            [
                new RecipeParameter("ip", new(KqlType.String, "10.0.0.1"), "The machine."),
                new RecipeParameter("last", new(KqlType.TimeSpan, TimeSpan.FromHours(12)), "How far back.")
                {
                    Variable = "lookback",
                },
            ],
            recipe.Parameters);
    }

    [Fact]
    public void TheQueryIsAllThatFollowsTheFrontMatter() =>
        Assert.Equal(
            "T | where A == ip // a comment that stays\n", RecipeReader.Read("how-much", Whole).OrThrow().Kql);

    [Theory]
    [InlineData("T", "FK0201", "The recipe 'r' has no front matter.")]
    [InlineData("// ---\n// title: t\nT", "FK0201", "The recipe 'r' has no front matter.")]
    [InlineData("// ---\n// about: t\n// ---\nT", "FK0202", "The recipe 'r' has no title.")]
    [InlineData("// ---\n// titel: t\n// ---\nT", "FK0203", "The line 'titel: t' says nothing about a recipe.")]
    [InlineData("// ---\n// title: t\n// param a: txt = 1 -- A.\n// ---\nT", "FK0203", "'txt' is no KQL type.")]
    [InlineData(
        "// ---\n// title: t\n// param a: long = x -- A.\n// ---\nT", "FK0204",
        "The default 'x' of parameter 'a' is no long.")]
    [InlineData(
        "// ---\n// title: t\n// param a: long = 1 -- A.\n// param a: long = 2 -- B.\n// ---\nT", "FK0205",
        "The parameter 'a' is there twice.")]
    public void AMistakeIsNamed(string text, string code, string message)
    {
        var error = RecipeReader.Read("r", text).Diagnostics[0];
        Assert.Equal((code, message), (error.Code, error.Message));
    }

    [Fact]
    public void AMistakeIsPlacedOnItsLine()
    {
        const string text = "// ---\n// title: t\n// oops\n// ---\nT";
        var span = RecipeReader.Read("r", text).Diagnostics.Single().Span;
        Assert.Equal("// oops", text.Substring(span.Start, span.Length));
    }
}
