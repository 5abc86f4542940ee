namespace FlowKernel.Recipes;

/// <summary>Finds recipes by words: in names first, then tags, titles, parameters, the KQL, the explanations.</summary>
public static class RecipeSearch
{
    private const int WholeName = 64;

    private static readonly (int Weight, Func<Recipe, string> Text)[] Places =
    [
        (32, static recipe => recipe.Name),
        (16, static recipe => string.Join(' ', recipe.Tags)),
        (8, static recipe => recipe.Title),
        (4, static recipe => string.Join(' ', recipe.Parameters.Select(p => $"{p.Name} {p.Help}"))),
        (2, static recipe => recipe.Kql),
        (1, static recipe => $"{recipe.Description} {recipe.Teaches} {recipe.Chart}"),
    ];

    /// <summary>
    /// The recipes that hold every one of these words somewhere, ignoring case, best first; all recipes in their own
    /// order where no word is given.
    /// </summary>
    public static IReadOnlyList<Recipe> Find(IReadOnlyList<string> words) =>
    [
        .. RecipeLibrary.All.Select(recipe => (Recipe: recipe, Weights: Weights(recipe, words)))
            .Where(found => found.Weights.All(weight => weight > 0))
            .OrderByDescending(found => found.Weights.Sum())
            .Select(found => found.Recipe),
    ];

    private static List<int> Weights(Recipe recipe, IReadOnlyList<string> words) =>
        [.. words.Select(word => Weight(recipe, word))];

    private static int Weight(Recipe recipe, string word) =>
        string.Equals(recipe.Name, word, StringComparison.OrdinalIgnoreCase)
            ? WholeName
            : Places.Where(place => place.Text(recipe).Contains(word, StringComparison.OrdinalIgnoreCase))
                .Select(place => place.Weight).DefaultIfEmpty(0).Max();
}
