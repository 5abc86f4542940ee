using System.Reflection;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Recipes;

/// <summary>The recipes that come with FlowKernel.</summary>
/// <remarks>
/// They answer the questions of Jose Moreno's article on VNet flow logs and Traffic Analytics (Cloudtrooper).
/// </remarks>
public static class RecipeLibrary
{
    private const string Prefix = "FlowKernel.Recipes.";
    private const string Suffix = ".kql";

    // The order of the article, which is also the order in which they teach.
    private static readonly string[] Names =
    [
        "public-communications", "route-tables", "vm-traffic", "vm-traffic-geo", "vm-peer-over-time",
        "lb-by-source", "lb-over-time", "lb-by-destination", "subnet-traffic", "prefix-traffic",
        "prefix-traffic-over-time", "expressroute-by-circuit", "onprem-azure-direction",
    ];

    private static readonly Lazy<IReadOnlyList<Recipe>> Recipes = new(() => [.. Names.Select(Load)]);

    /// <summary>All recipes, the simple ones first.</summary>
    public static IReadOnlyList<Recipe> All => Recipes.Value;

    /// <summary>The recipe of a name, ignoring case; FK0210 with the nearest name when there is none.</summary>
    public static Outcome<Recipe> Find(string name)
    {
        if (All.FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase)) is { } recipe)
            return recipe;
        var hint = NearestName.Find(name, Names) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : "List them with 'recipes'.";
        return new Diagnostic("FK0210", $"There is no recipe '{name}'.", default, hint);
    }

    /// <summary>The recipe behind a method of <see cref="FlowRecipes"/>, or null.</summary>
    internal static Recipe? OfMethod(string method) => All.FirstOrDefault(r => string.Equals(
        r.Name.Replace("-", "", StringComparison.Ordinal), method, StringComparison.OrdinalIgnoreCase));

    private static Recipe Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name + Suffix)!;
        using var reader = new StreamReader(stream);
        return RecipeReader.Read(name, reader.ReadToEnd()).OrThrow();
    }
}
