using FlowKernel.Notebook.Display;
using FlowKernel.Recipes;
using FlowKernel.Results;

namespace FlowKernel.Notebook.Kernel;

/// <summary>The recipes as a table.</summary>
internal static class RecipeList
{
    private static readonly KqlColumn[] Columns =
    [
        new("Recipe", KqlType.String), new("Answers", KqlType.String),
        new("Parameters", KqlType.String), new("Chart", KqlType.String),
    ];

    public static MimeBundle Show(IReadOnlyList<string> words)
    {
        var rows = RecipeLibrary.All.Where(r => r.Matches(words)).Select(Row).ToList();
        return TableDisplay.Bundle(KqlTable.FromRows(Columns, rows), TableDisplayOptions.Default with
        {
            CellLimit = 200,
            Footer = "Run one with: #!flowlogs recipe NAME --PARAMETER VALUE",
        });
    }

    private static object?[] Row(Recipe recipe) =>
        [recipe.Name, recipe.Title, string.Join(", ", recipe.Parameters.Select(p => p.Name)), recipe.Chart];
}
