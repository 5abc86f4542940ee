using System.Threading.Channels;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.Execution;

/// <summary>The requests on shell: served one after the other, so that those behind a running cell wait.</summary>
internal sealed class ShellQueue(RequestServer server)
{
    private readonly Channel<Message> _queue =
        Channel.CreateUnbounded<Message>(new UnboundedChannelOptions { SingleReader = true });

    public void Add(Message message) => _queue.Writer.TryWrite(message);

    /// <summary>Serves until cancelled; then a running request is still finished.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var message in _queue.Reader.ReadAllAsync(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            await server.ServeAsync(message, cancellation);
        }
    }
}
