using FlowKernel.Notebook.Display;
using FlowKernel.Recipes;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>All there is to know of a recipe: its question, its parameters, a line to copy, its KQL.</summary>
internal static class RecipePage
{
    public static HelpPage Of(Recipe recipe)
    {
        var page = new HelpPage($"Recipe {recipe.Name}: {recipe.Title}").Say(recipe.Description);
        if (recipe.Parameters.Count > 0)
            page.Say("Parameters, with the values they have when nobody gives others:").List(Parameters(recipe));
        page.Say("Run it:").Show(LineOf(recipe), "text").Say("Its KQL:").Show(recipe.Kql);
        return page.Say(recipe.Teaches.Length > 0 ? $"Shows how to use {recipe.Teaches}" : "");
    }

    /// <summary>The directive line that runs a recipe as it is, ready to copy and change.</summary>
    public static string LineOf(Recipe recipe) =>
        string.Join(' ', [$"#!flowlogs recipe {recipe.Name}", .. recipe.Parameters.Select(Option)]);

    /// <summary>Each parameter with its usual value, and what it means.</summary>
    public static IEnumerable<(string Option, string Help)> Parameters(Recipe recipe) =>
        recipe.Parameters.Select(p => (Option(p), p.Help));

    /// <summary>As people write lengths of time in KQL.</summary>
    private static string Duration(TimeSpan span) => span switch
    {
        { Ticks: > 0 } when span.Ticks % TimeSpan.TicksPerDay == 0 => $"{span.Days}d",
        { Ticks: > 0 } when span.Ticks % TimeSpan.TicksPerHour == 0 => $"{(long)span.TotalHours}h",
        _ => ValueText.Exact(span),
    };

    private static string Option(RecipeParameter parameter)
    {
        var value = parameter.Value.Value is TimeSpan span ? Duration(span) : ValueText.Exact(parameter.Value.Value);
        return $"--{parameter.Name} {(value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value)}";
    }
}
