using FlowKernel.Jupyter.Wire;
using NetMQ;
using NetMQ.Sockets;

namespace FlowKernel.Jupyter.Execution;

/// <summary>The five channels of a kernel, each on a thread of its own.</summary>
internal sealed class HostSockets : IDisposable
{
    private readonly BoundSockets _bound;
    private readonly SocketLoop _heartbeat;

    public HostSockets(BoundSockets bound, JupyterHostOptions options)
    {
        _bound = bound;
        var signature = new Signature(bound.Connection.Key);
        var writer = new MessageWriter(signature, options.Clock);
        _heartbeat = new SocketLoop(
            "flowkernel heartbeat", bound.Heartbeat, frames => bound.Heartbeat.SendMultipartBytes(frames));
        Iopub = new IopubChannel(bound.Iopub, writer);
        Stdin = new StdinChannel(Requests("stdin", bound.Stdin));
        Control = Requests("control", bound.Control);
        Shell = Requests("shell", bound.Shell);

        RequestChannel Requests(string name, RouterSocket socket) => new(name, socket, signature, writer, options.Log);
    }

    public ConnectionInfo Connection => _bound.Connection;

    public RequestChannel Shell { get; }

    public RequestChannel Control { get; }

    public StdinChannel Stdin { get; }

    public IopubChannel Iopub { get; }

    /// <summary>Starts what needs no handlers: from then on front ends see that the kernel lives.</summary>
    public void Start()
    {
        _heartbeat.Start();
        Iopub.Start();
        Stdin.Start();
    }

    public void Dispose()
    {
        _bound.Dispose();
        Shell.Dispose();
        Stdin.Dispose();
        Control.Dispose();
        Iopub.Dispose();
        _heartbeat.Dispose();
    }
}
