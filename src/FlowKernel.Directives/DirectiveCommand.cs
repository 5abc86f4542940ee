using System.CommandLine;
using System.CommandLine.Completions;
using FlowKernel.Notebook.Directives;
using FlowKernel.Recipes;
using FlowKernel.Results;
using Directive = FlowKernel.Notebook.Directives.Directive;

namespace FlowKernel.Directives;

/// <summary>
/// The directive as a command: what it takes, and how a parsed line becomes a <see cref="Directive"/>.
/// </summary>
internal sealed class DirectiveCommand
{
    /// <summary>What every directive line begins with.</summary>
    public const string Marker = "#!flowlogs";

    private readonly QueryOptions _options;
    private readonly Dictionary<Command, Func<ParseResult, Directive>> _readers = [];

    public DirectiveCommand(DirectiveNames names)
    {
        _options = new QueryOptions(names);
        Root = new Command(Marker, "Run the KQL below on flow logs; or connect, browse, import.");
        foreach (var option in _options.All)
            Root.Add(option);
        _readers[Root] = _options.Read;
        // Without an action of its own, a command with subcommands refuses to stand alone.
        Root.SetAction(_ => 0);
        Root.Add(new ConnectCommand(_readers).Command);
        Root.Add(Recipe());
        Root.Add(Recipes());
        Root.Add(Schema(names));
        Root.Add(Import());
        Root.Add(Export());
        Root.Add(Trace());
        Root.Add(Help());
    }

    public Command Root { get; }

    public Directive Read(ParseResult parsed) => _readers[parsed.CommandResult.Command](parsed);

    private Command Recipe()
    {
        var command = new Command("recipe", "Run a recipe; each has its own parameters.");
        foreach (var recipe in RecipeLibrary.All)
            command.Add(Recipe(recipe));
        return command;
    }

    private Command Recipe(Recipe recipe)
    {
        var command = new Command(recipe.Name, recipe.Title);
        var own = recipe.Parameters.Select(Parameter).ToList();
        foreach (var option in own)
            command.Add(option);
        foreach (var option in _options.All.Where(o => own.All(p => p.Name != o.Name)))
            command.Add(option);
        _readers[command] = parsed => new RecipeDirective(
            recipe.Name,
            [.. own.Where(o => parsed.GetValue(o) is not null)
                .Select(o => KeyValuePair.Create(o.Name[2..], parsed.GetValue(o)!))],
            Options(parsed, own));
        return command;
    }

    private static Option<string?> Parameter(RecipeParameter parameter)
    {
        var option = new Option<string?>($"--{parameter.Name}") { Description = parameter.Help };
        if (parameter.Value.Type == KqlType.TimeSpan)
            option.CompletionSources.Add(Durations.Usual);
        return option;
    }

    // A recipe's own --last is its parameter; the option of the same name is then not part of the command.
    private QueryDirective Options(ParseResult parsed, List<Option<string?>> own) =>
        own.Any(o => o.Name == "--last") ? _options.Read(parsed) with { Last = null } : _options.Read(parsed);

    private Command Recipes()
    {
        var words = new Argument<string[]>("WORDS") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("recipes", "List recipes: all, or those that mention all these words.") { words };
        _readers[command] = parsed => new RecipesDirective(parsed.GetValue(words) ?? []);
        return command;
    }

    private Command Schema(DirectiveNames names)
    {
        var words = new Argument<string[]>("TABLE WORDS") { Arity = ArgumentArity.ZeroOrMore };
        words.CompletionSources.Add(_ => names.Tables().Select(t => new CompletionItem(t)));
        var command = new Command(
            "schema", "Show the tables, a table's columns, or the columns that mention all these words.") { words };
        _readers[command] = parsed => new SchemaDirective(parsed.GetValue(words) ?? []);
        return command;
    }

    // Read before the parser sees it, since what follows may be any name.
    private static Command Help() => new(
        "help", "Explain a directive, or any name: of a recipe, a table or column, of KQL or C#; kql lists KQL.")
    {
        new Argument<string?>("NAME") { Arity = ArgumentArity.ZeroOrOne },
    };

    private Command Trace()
    {
        var command = new Command("trace", "Show the whole stack trace of the last exception.");
        _readers[command] = _ => new TraceDirective();
        return command;
    }

    private Command Export()
    {
        var file = new Argument<string>("FILE.html");
        var notebook = new Option<string?>("--notebook")
        {
            Description = "The saved notebook, for its text cells; else the one that the front end names, if it does.",
        };
        var command = new Command("export", "Write a report as one HTML file that opens offline.") { file, notebook };
        _readers[command] = parsed => new ExportDirective(parsed.GetValue(file)!, parsed.GetValue(notebook));
        return command;
    }

    private Command Import()
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore };
        var data = new Option<string?>("--data") { Description = "The store to import into; else the connected one." };
        var command = new Command("import", "Import flow log files into a local store.") { paths, data };
        _readers[command] = parsed => new ImportDirective(parsed.GetValue(paths)!, parsed.GetValue(data));
        return command;
    }
}
