using System.CommandLine;
using FlowKernel.Notebook.Directives;
using FlowKernel.Recipes;
using Directive = FlowKernel.Notebook.Directives.Directive;

namespace FlowKernel.Directives;

/// <summary>The directive as a command: what it takes, and how a parsed line becomes a <see cref="Directive"/>.</summary>
internal sealed class DirectiveCommand
{
    /// <summary>What every directive line begins with.</summary>
    public const string Marker = "#!flowlogs";

    private readonly QueryOptions _options = new();
    private readonly Dictionary<Command, Func<ParseResult, Directive>> _readers = [];

    public DirectiveCommand()
    {
        Root = new Command(Marker, "Run the KQL below on flow logs; or connect, browse, import.");
        foreach (var option in _options.All)
            Root.Add(option);
        _readers[Root] = _options.Read;
        // Without an action of its own, a command with subcommands refuses to stand alone.
        Root.SetAction(_ => 0);
        Root.Add(Connect());
        Root.Add(Recipe());
        Root.Add(Words("recipes", "List recipes, or those that mention all these words.", words => new RecipesDirective(words)));
        Root.Add(Words("schema", "Show the tables, or one table's columns.", words => new SchemaDirective(words.FirstOrDefault())));
        Root.Add(Import());
        Root.Add(new Command("help", "Show this help."));
    }

    public Command Root { get; }

    public Directive Read(ParseResult parsed) => _readers[parsed.CommandResult.Command](parsed);

    public string HelpText() => HelpPage.Write(Root);

    private Command Connect()
    {
        var name = new Option<string?>("--as") { Description = "A name for the connection." };
        var sample = new Command("sample", "The built-in sample estate.") { name };
        _readers[sample] = parsed => new ConnectDirective("sample", [], parsed.GetValue(name));
        var folder = new Argument<string>("DIR") { Description = "A folder of imported flow logs." };
        var local = new Command("local", "A folder of imported flow logs.") { folder, name };
        _readers[local] = parsed => new ConnectDirective("local", [parsed.GetValue(folder)!], parsed.GetValue(name));
        return new Command("connect", "Choose where queries run.") { sample, local };
    }

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
        var own = recipe.Parameters.Select(p => new Option<string?>($"--{p.Name}") { Description = p.Help }).ToList();
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

    // A recipe's own --last is its parameter; the option of the same name is then not part of the command.
    private QueryDirective Options(ParseResult parsed, List<Option<string?>> own) =>
        own.Any(o => o.Name == "--last") ? _options.Read(parsed) with { Last = null } : _options.Read(parsed);

    private Command Words(string name, string help, Func<string[], Directive> read)
    {
        var words = new Argument<string[]>("WORDS") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(name, help) { words };
        _readers[command] = parsed => read(parsed.GetValue(words) ?? []);
        return command;
    }

    private Command Import()
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore, Description = "Flow log files or folders." };
        var data = new Option<string?>("--data") { Description = "The store to import into; the connected one by default." };
        var command = new Command("import", "Import flow log files into a local store.") { paths, data };
        _readers[command] = parsed => new ImportDirective(parsed.GetValue(paths)!, parsed.GetValue(data));
        return command;
    }
}
