using System.CommandLine;
using FlowKernel.Notebook.Directives;
using FlowKernel.Session;
using Directive = FlowKernel.Notebook.Directives.Directive;

namespace FlowKernel.Directives;

/// <summary><c>connect</c>: one subcommand for each kind of place.</summary>
internal sealed class ConnectCommand
{
    private readonly Option<string?> _name = new("--as") { Description = "A name for the connection." };

    private readonly Option<string?> _auth = new("--auth")
    {
        Description = "How to sign in to Azure: " + string.Join(", ", SignInWays.Names) + ".",
    };

    private readonly Option<string?> _endpoint = new("--endpoint")
    {
        Description = "Where Log Analytics answers, outside of Azure's public cloud.",
    };

    private readonly Option<string[]> _allowData = new("--allow-data")
    {
        Description = "Let externaldata read this folder, file or https:// address and what lies below. May be repeated.",
    };

    public ConnectCommand(Dictionary<Command, Func<ParseResult, Directive>> readers)
    {
        _auth.AcceptOnlyFromAmong([.. SignInWays.Names]);
        Command = new Command("connect", "Choose where queries run.")
        {
            Place(readers, "sample", "The built-in sample estate.", remote: false),
            Place(readers, "local", "A folder of imported flow logs.", remote: false, "DIR"),
            Place(readers, "workspace", "A Log Analytics workspace.", remote: true, "ID"),
            Place(readers, "kusto", "An Azure Data Explorer database.", remote: true, "URL", "DATABASE"),
        };
    }

    public Command Command { get; }

    private Command Place(
        Dictionary<Command, Func<ParseResult, Directive>> readers,
        string kind,
        string help,
        bool remote,
        params string[] arguments)
    {
        var command = new Command(kind, help) { _name };
        var words = arguments.Select(name => new Argument<string>(name)).ToList();
        words.ForEach(command.Add);
        command.Add(remote ? _auth : _allowData);
        if (kind == "workspace")
            command.Add(_endpoint);
        readers[command] = parsed => new ConnectDirective(
            kind, [.. words.Select(w => parsed.GetValue(w)!)], parsed.GetValue(_name))
        {
            Auth = remote ? parsed.GetValue(_auth) : null,
            Endpoint = kind == "workspace" ? parsed.GetValue(_endpoint) : null,
            AllowedData = remote ? [] : parsed.GetValue(_allowData) ?? [],
        };
        return command;
    }
}
