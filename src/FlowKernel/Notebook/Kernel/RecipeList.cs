using FlowKernel.Notebook.Display;
using FlowKernel.Notebook.Kernel.Help;
using FlowKernel.Recipes;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel;

/// <summary>The recipes as a table.</summary>
internal static class RecipeList
{
    private static readonly KqlColumn[] Columns =
    [
        new("Recipe", KqlType.String), new("Answers", KqlType.String), new("Draws", KqlType.String),
        new("Parameters", KqlType.String), new("Run it", KqlType.String),
    ];

    /// <summary>The recipes that mention all these words, best first; all about the one that is named.</summary>
    public static MimeBundle Show(IReadOnlyList<string> words)
    {
        if (words is [var name] && RecipeLibrary.All.FirstOrDefault(r => r.Name == name) is { } named)
            return RecipePage.Of(named).ToBundle();
        var found = RecipeSearch.Find(words);
        return found.Count > 0 ? Table(found) : Nothing(words).ToBundle();
    }

    private static MimeBundle Table(IEnumerable<Recipe> recipes) => TableDisplay.Bundle(
        KqlTable.FromRows(Columns, [.. recipes.Select(Row)]), TableDisplayOptions.Default with
        {
            CellLimit = 200,
            Footer = "All about one: #!flowlogs recipes NAME",
        });

    private static object?[] Row(Recipe recipe) =>
    [
        recipe.Name, recipe.Title, recipe.Chart, string.Join(", ", recipe.Parameters.Select(p => p.Name)),
        RecipePage.LineOf(recipe),
    ];

    private static HelpPage Nothing(IReadOnlyList<string> words)
    {
        var page = new HelpPage($"No recipe mentions {string.Join(" and ", words.Select(w => $"'{w}'"))}.");
        return NearestName.Find(string.Join('-', words), RecipeLibrary.All.Select(r => r.Name)) is { } nearest
            ? page.Say($"Did you mean `{nearest}`?")
            : page.Say("List all: `#!flowlogs recipes`");
    }
}
