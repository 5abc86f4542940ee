using FlowKernel.Jupyter.Messages;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.Execution;

/// <summary>Asks the user, one question at a time, in the front end that sent the request.</summary>
internal sealed class StdinChannel(RequestChannel channel) : IDisposable
{
    private sealed record Question(string Id, TaskCompletionSource<string> Answer);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile Question? _open;

    /// <summary>The user's answer.</summary>
    public async Task<string> AskAsync(Message request, InputRequest question, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _open = new Question(channel.Send(question, request), answer);
            return await answer.Task.WaitAsync(cancellation);
        }
        finally
        {
            _open = null;
            _turn.Release();
        }
    }

    /// <summary>Starts to take answers; one that nobody waits for is dropped.</summary>
    public void Start() => channel.Start(message =>
    {
        if (message.Header.Type == "input_reply" && _open is { } question && Answers(message, question))
            question.Answer.TrySetResult(message.Content.Text("value") ?? "");
    });

    public void Dispose()
    {
        channel.Dispose();
        _turn.Dispose();
    }

    /// <summary>Most front ends leave the parent header of an answer empty.</summary>
    private static bool Answers(Message message, Question question) =>
        message.ParentId is null || message.ParentId == question.Id;
}
