using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Messages;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Handlers;

/// <summary>Runs cells: counts them, shows what they give, keeps their history.</summary>
internal sealed class ExecuteHandler(HostSession session) : IMessageHandler
{
    private int _count;
    private long _abortedThrough;

    public string Type => "execute_request";

    public async Task<IMessageContent?> HandleAsync(Request request, CancellationToken cancellation)
    {
        if (request.Message.Order <= _abortedThrough)
            return new AbortedReply(_count);
        var execute = ExecuteRequest.From(request.Message.Content);
        if (execute.StoreHistory)
            _count++;
        return await session.Running.RunAsync(
            request, token => ExecuteAsync(request, execute, token), cancellation);
    }

    private async Task<IMessageContent> ExecuteAsync(
        Request request, ExecuteRequest execute, CancellationToken cancellation)
    {
        session.Marker.Begin(_count);
        if (!execute.Silent)
            request.Publish(new ExecuteInput(execute.Code, _count));
        var result = await RunAsync(request, execute, cancellation);
        session.Marker.End();
        if (execute.StoreHistory)
            session.History.Add(_count, execute.Code, result.Value?.Text(MimeTypes.Plain));
        if (result.Error is not null && execute.StopOnError)
            _abortedThrough = await session.Shell.NewestAsync();
        var expressions = result.Error is null ? await EvaluateAsync(execute, cancellation) : [];
        return new ExecuteReply(_count, result) { Expressions = expressions };
    }

    private async Task<CellResult> RunAsync(Request request, ExecuteRequest execute, CancellationToken cancellation)
    {
        var cell = new CellRequest(execute.Code, Math.Max(1, _count), execute.Silent);
        if (execute.Silent)
            return await RunAsync(cell, SilentOutput.Instance, cancellation);
        var output = new CellOutput(request, execute.AllowStdin ? session.Stdin : null);
        if (session.Marker.TakeEarlier() is { } earlier)
            output.WriteError(earlier.ForTheUser);
        var result = await RunAsync(cell, output, cancellation);
        output.Flush();
        foreach (var page in PagesToShow(result, execute))
            output.Display(page);
        if (result.Value is { } value)
            output.Publish(new ExecuteResult(_count, value));
        if (result.Error is { } error)
            output.Publish(new ErrorOutput(error));
        return result;
    }

    // Front ends show the pages of the reply themselves, in a pager or below the cell. Who runs cells where nobody can
    // be asked anything, such as nbclient, drops them.
    private static IReadOnlyList<MimeBundle> PagesToShow(CellResult result, ExecuteRequest execute) =>
        execute.AllowStdin ? [] : result.Pages;

    private async Task<CellResult> RunAsync(CellRequest cell, ICellOutput output, CancellationToken cancellation)
    {
        try
        {
            var kernel = await session.Kernel.WaitAsync(cancellation);
            return await kernel.RunAsync(cell, output, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Failed("Interrupted", "The cell was interrupted.");
        }
        catch (Exception e)
        {
            return Failed(e.GetType().Name, e.Message);
        }
    }

    private async Task<IReadOnlyList<(string Name, CellResult Result)>> EvaluateAsync(
        ExecuteRequest execute, CancellationToken cancellation)
    {
        var results = new List<(string, CellResult)>();
        foreach (var (name, text) in execute.UserExpressions)
        {
            var kernel = await session.Kernel.WaitAsync(cancellation);
            results.Add((name, await kernel.EvaluateAsync(text, cancellation)));
        }

        return results;
    }

    private static CellResult Failed(string name, string message) =>
        new() { Error = new CellError(name, message, [$"{name}: {message}"]) };
}
