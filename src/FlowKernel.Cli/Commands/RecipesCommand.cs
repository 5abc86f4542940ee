using System.CommandLine;
using FlowKernel.Cli.Output;
using FlowKernel.Cli.Querying;
using FlowKernel.Diagnostics;
using FlowKernel.Recipes;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Cli.Commands;

/// <summary><c>flowkernel recipes</c>: list, show and run the recipes.</summary>
internal static class RecipesCommand
{
    private static readonly Argument<string[]> Words = new("WORDS")
    {
        Description = "Only recipes that mention all these words.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Argument<string> Name = new("NAME")
    {
        Description = "The recipe's name; see: flowkernel recipes list",
    };

    private static readonly Option<string[]> Param = new("--param")
    {
        Description = "A parameter of the recipe: ip=10.1.1.8. May be repeated.",
    };

    private static readonly Option<OutputFormat> Format = new("--format")
    {
        Description = "How the result is written.",
        DefaultValueFactory = _ => OutputFormat.Table,
    };

    private static readonly Option<FileInfo?> Chart = new("--chart")
    {
        Description = "Draw the result into a file: .html is interactive and opens offline, .svg and .png are pictures.",
    };

    public static Command Create()
    {
        var list = new Command("list", "List the recipes.") { Words };
        list.SetAction(line => List(line.GetValue(Words) ?? []));
        var show = new Command("show", "Show a recipe: what it answers, its parameters, its KQL.") { Name };
        show.SetAction(line => Show(line.GetValue(Name)!));
        var run = new Command(
            "run", "Run a recipe.\n\nExample: flowkernel recipes run vm-traffic --sample --param ip=10.1.1.8")
        {
            Name, Param, Format, Chart,
        };
        ConnectionOptions.AddTo(run);
        run.SetAction(RunAsync);
        var command = new Command("recipes", "Ready questions about flow logs, with parameters.") { list, show, run };
        command.SetAction(_ => List([]));
        return command;
    }

    private static int List(string[] words)
    {
        var found = RecipeSearch.Find(words);
        var width = found.Count == 0 ? 0 : found.Max(r => r.Name.Length);
        foreach (var recipe in found)
            Terminal.Out.WriteLine($"{recipe.Name.PadRight(width)}  {recipe.Title}");
        if (found.Count == 0)
            Terminal.Note("No recipe mentions all these words. See them all with: flowkernel recipes list");
        return found.Count == 0 ? 1 : 0;
    }

    private static int Show(string name)
    {
        var found = RecipeLibrary.Find(name);
        if (found.Value is not { } recipe)
            return Terminal.Fail(found.Diagnostics);
        var write = Terminal.Out;
        write.WriteLine($"{recipe.Title}\n\n{recipe.Description}\nTeaches: {recipe.Teaches}\n");
        foreach (var parameter in recipe.Parameters)
            write.WriteLine(Line(parameter));
        write.WriteLine($"\n{recipe.ToKql(recipe.Defaults)}");
        return 0;
    }

    private static string Line(RecipeParameter parameter)
    {
        var (type, value) = (parameter.Value.Type, parameter.Value.Value);
        return $"  --param {parameter.Name}={KqlLiteral.Write(type, value)}  ({type.Name()}) {parameter.Help}";
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var request = Request(line.GetValue(Name)!, line.GetValue(Param) ?? []);
        return request.Succeeded
            ? await QueryRun.RunAsync(
                request.Value, ConnectionOptions.Read(line), line.GetValue(Format), line.GetValue(Chart), cancellation)
            : Terminal.Fail(request.Diagnostics);
    }

    private static Outcome<QueryRequest> Request(string name, string[] given)
    {
        var recipe = RecipeLibrary.Find(name);
        if (!recipe.Succeeded)
            return new(recipe.Diagnostics);
        var arguments = RecipeArguments.Bind(recipe.Value, given.Select(p => ParameterText.Split(p) ?? new(p, "")));
        if (!arguments.Succeeded)
            return new(arguments.Diagnostics);
        return new QueryRequest(recipe.Value.Kql) { Parameters = arguments.Value.Values };
    }
}
