using System.CommandLine;
using System.CommandLine.Completions;
using FlowKernel.Notebook.Directives;
using FlowKernel.Notebook.Kernel.Help;
using FlowKernel.Recipes;

namespace FlowKernel.Directives;

/// <summary>The help of an option: what it does on each directive that has it, its value, a line to copy.</summary>
internal static class OptionHelp
{
    private const string Recipe = $"{DirectiveCommand.Marker} recipe ";

    /// <summary>The options that can be asked about, each once.</summary>
    public static IEnumerable<DirectiveUse> Names(Command root) => Options(root)
        .DistinctBy(o => o.Option.Name).Select(o => new DirectiveUse(o.Option.Name, o.Option.Description!));

    /// <summary>The help of the option of a name, with its dashes or without; null where there is none.</summary>
    public static DirectiveHelp? Of(Command root, string name)
    {
        var option = name.StartsWith('-') ? name : $"--{name}";
        var found = Options(root).Where(o => o.Option.Name == option).ToList();
        if (found.Count == 0)
            return null;
        var facts = OptionFacts.All.GetValueOrDefault(option) ?? FactsOf(option);
        var form = $"{option} {facts.Value}".TrimEnd();
        return new DirectiveHelp($"Option {option}", [.. Forms(found, form)], [])
        {
            Notes = facts.Value.Length == 0 ? ["It takes no value."] : [ValueOf(found[0].Option, facts)],
            Examples = [facts.Example],
            SeeAlso = facts.SeeAlso,
        };
    }

    private static IEnumerable<(string Path, Option Option)> Options(Command root) => Under(root, root.Name);

    private static IEnumerable<(string Path, Option Option)> Under(Command command, string path) =>
    [
        .. command.Options.Select(option => (path, option)),
        .. command.Subcommands.SelectMany(child => Under(child, $"{path} {child.Name}")),
    ];

    // What it does is said once for all directives that take it for the same.
    private static IEnumerable<DirectiveUse> Forms(List<(string Path, Option Option)> found, string form) =>
        from use in found
        group use.Path by use.Option.Description into same
        select new DirectiveUse(form, $"{same.Key} {Places([.. same])}.");

    // An option of queries is one of all recipes, but of those that have a parameter of the same name.
    private static string Places(IReadOnlyList<string> paths)
    {
        var recipes = paths.Where(p => p.StartsWith(Recipe, StringComparison.Ordinal)).ToList();
        if (recipes.Count == paths.Count)
            return $"Of the recipes {Listed(recipes.Select(p => p[Recipe.Length..]))}";
        return $"On {Listed(recipes.Count == 0 ? paths : [.. paths.Except(recipes), Recipe + "NAME"])}";
    }

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"`{word}`"));

    private static string ValueOf(Option option, OptionFacts facts)
    {
        var words = option.GetCompletions(CompletionContext.Empty).OrderBy(c => c.SortText, StringComparer.Ordinal)
            .Select(c => c.Label).ToList();
        return $"`{facts.Value}` is {facts.Takes}{(words.Count == 0 ? "" : $", such as {Listed(words)}")}.";
    }

    private static OptionFacts FactsOf(string option)
    {
        var recipes = RecipeLibrary.All.Where(r => r.Parameters.Any(p => $"--{p.Name}" == option)).ToList();
        var example = new DirectiveUse(RecipePage.LineOf(recipes[0]), recipes[0].Title);
        return new OptionFacts("VALUE", "the value of a recipe's parameter", example, [.. recipes.Select(r => r.Name)]);
    }
}
