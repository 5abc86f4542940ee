using System.Collections.Frozen;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.Execution;

/// <summary>
/// The requests on shell, in two lanes: cells, and the questions that an editor asks while a cell runs. The order in
/// which they came is kept as long as nothing has to wait long for it.
/// </summary>
internal sealed class ShellQueue(RequestServer server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private static readonly FrozenSet<string> Questions = FrozenSet.Create(
        "complete_request", "inspect_request", "is_complete_request", "kernel_info_request", "comm_info_request");

    private readonly RequestLane _cells = new(server, Patience);
    private readonly RequestLane _questions = new(server, Patience);

    /// <summary>Adds a message; called on one thread.</summary>
    public void Add(Message message)
    {
        var isQuestion = Questions.Contains(message.Header.Type);
        var (lane, other) = isQuestion ? (_questions, _cells) : (_cells, _questions);
        lane.Add(message, other.Newest);
    }

    /// <summary>Serves until cancelled; then running requests are still finished.</summary>
    public Task RunAsync(CancellationToken cancellation) =>
        Task.WhenAll(
            LaneThread.RunAsync("flowkernel cells", () => _cells.RunAsync(cancellation)),
            LaneThread.RunAsync("flowkernel questions", () => _questions.RunAsync(cancellation)));
}
