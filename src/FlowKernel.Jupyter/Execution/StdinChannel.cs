using FlowKernel.Jupyter.Messages;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.Execution;

/// <summary>Asks the user, one question at a time, in the front end that sent the request.</summary>
internal sealed class StdinChannel(RequestChannel channel) : IDisposable
{
    private sealed record Question(string Id, TaskCompletionSource<string> Answer);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    private Question? _open;

    /// <summary>The user's answer.</summary>
    public async Task<string> AskAsync(Message request, InputRequest question, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            // Under the lock, since the answer may be there before the question's id is.
            lock (_gate)
                _open = new Question(channel.Send(question, request), answer);
            return await answer.Task.WaitAsync(cancellation);
        }
        finally
        {
            lock (_gate)
                _open = null;
            _turn.Release();
        }
    }

    /// <summary>Starts to take answers; one that nobody waits for is dropped.</summary>
    public void Start() => channel.Start(message =>
    {
        if (message.Header.Type == "input_reply" && Open is { } question && Answers(message, question))
            question.Answer.TrySetResult(message.Content.Text("value") ?? "");
    });

    private Question? Open
    {
        get
        {
            lock (_gate)
                return _open;
        }
    }

    public void Dispose()
    {
        channel.Dispose();
        _turn.Dispose();
    }

    /// <summary>Most front ends leave the parent header of an answer empty.</summary>
    private static bool Answers(Message message, Question question) =>
        message.ParentId is null || message.ParentId == question.Id;
}
