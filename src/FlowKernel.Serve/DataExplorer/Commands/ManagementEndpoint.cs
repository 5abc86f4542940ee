using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Serve.Http;
using FlowKernel.Serve.Requests;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.DataExplorer.Commands;

/// <summary>Answers the management commands that clients send to see what there is; none of them changes anything.</summary>
internal sealed class ManagementEndpoint
{
    private readonly ServedStore _store;
    private readonly IReadOnlyList<Command> _commands;

    public ManagementEndpoint(ServedStore store)
    {
        _store = store;
        _commands =
        [
            .. new DatabaseCommands(store).All, .. new TableCommands(store).All, .. new SchemaCommands(store).All,
            .. new ServiceCommands(store).All,
        ];
    }

    /// <summary>Answers a request.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var request = await KustoRequest.ReadAsync(context);
        RequestIdentity.Of(context, request.Value?.Properties.ClientRequestId);
        var answer = request.Succeeded ? Run(request.Value) : new Outcome<KqlTable>(request.Diagnostics);
        if (!answer.Succeeded)
        {
            await ErrorAnswer.WriteAsync(context, answer.Diagnostics);
            return;
        }

        await using var body = JsonBody.Of(context);
        var tables = new TableWriter(body);
        tables.Begin();
        await tables.TableAsync(answer.Value);
        tables.End([]);
    }

    private Outcome<KqlTable> Run(KustoRequest request)
    {
        if (_store.Missing(request.Database) is { } missing)
            return missing;
        var words = CommandWords.Of(request.Text);
        foreach (var command in _commands)
        {
            if (command.Match(words) is { } names)
                return command.Run(names);
        }

        return ServeDiagnostics.UnknownCommand(request.Text.Trim());
    }
}
