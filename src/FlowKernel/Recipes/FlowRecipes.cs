using FlowKernel.Session;

namespace FlowKernel.Recipes;

/// <summary>
/// The recipes as methods: <c>await Flow.Recipes.VmTraffic(ip: "10.1.1.8")</c>. Each gives a query that has not run
/// yet; an argument that is left out, or null, takes the recipe's default.
/// </summary>
public sealed partial class FlowRecipes(Flow flow)
{
    /// <summary>
    /// Any recipe by its name, with its parameters as properties of an object: <c>Run("vm-traffic", new { ip })</c>.
    /// Throws <see cref="Diagnostics.DiagnosticException"/> for an unknown name or parameter, or a wrong type.
    /// </summary>
    public FlowQuery Run(string name, object? arguments = null)
    {
        var recipe = RecipeLibrary.Find(name).OrThrow();
        var given = QueryParameters.FromProperties(arguments).Select(p => KeyValuePair.Create(p.Key, p.Value.Value));
        return Query(recipe, given);
    }

    private FlowQuery Query(string name, params IReadOnlyList<(string Name, object? Value)> given) =>
        Query(RecipeLibrary.Find(name).OrThrow(), given.Select(g => KeyValuePair.Create(g.Name, g.Value)));

    private FlowQuery Query(Recipe recipe, IEnumerable<KeyValuePair<string, object?>> given) =>
        new(flow, new QueryRequest(recipe.Kql) { Parameters = RecipeArguments.Bind(recipe, given).OrThrow().Values });
}
