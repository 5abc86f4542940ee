using FlowKernel.Notebook.Display;
using FlowKernel.Notebook.Kernel.Help;
using FlowKernel.Recipes;
using FlowKernel.Results;

namespace FlowKernel.Notebook.Kernel;

/// <summary>The recipes as a table.</summary>
internal static class RecipeList
{
    private static readonly KqlColumn[] Columns =
    [
        new("Recipe", KqlType.String), new("Answers", KqlType.String),
        new("Draws", KqlType.String), new("Run it", KqlType.String),
    ];

    /// <summary>The recipes that mention all these words; all about the one that is named.</summary>
    public static MimeBundle Show(IReadOnlyList<string> words)
    {
        if (words is [var name] && RecipeLibrary.All.FirstOrDefault(r => r.Name == name) is { } named)
            return RecipePage.Of(named);
        var rows = RecipeLibrary.All.Where(r => r.Matches(words)).Select(Row).ToList();
        return TableDisplay.Bundle(KqlTable.FromRows(Columns, rows), TableDisplayOptions.Default with
        {
            CellLimit = 200,
            Footer = "All about one: #!flowlogs recipes NAME",
        });
    }

    private static object?[] Row(Recipe recipe) =>
        [recipe.Name, recipe.Title, recipe.Chart, RecipePage.LineOf(recipe)];
}
