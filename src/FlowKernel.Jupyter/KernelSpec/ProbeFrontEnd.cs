using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using FlowKernel.Jupyter.Messages;
using FlowKernel.Jupyter.Wire;
using NetMQ;
using NetMQ.Sockets;

namespace FlowKernel.Jupyter.KernelSpec;

/// <summary>The front end of a probe: a connection file with free ports, and one socket to ask on.</summary>
internal sealed class ProbeFrontEnd : IDisposable
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(20);
    private readonly DealerSocket _control = new();
    private readonly MessageWriter _writer;
    private readonly MessageReader _reader;

    public ProbeFrontEnd()
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var signature = new Signature(key);
        _writer = new MessageWriter(signature, TimeProvider.System);
        _reader = new MessageReader(signature);
        var ports = FreePorts.Take(5);
        WriteConnectionFile(key, ports);
        _control.Options.ReconnectInterval = Slice;
        _control.Options.Linger = TimeSpan.Zero;
        _control.Connect(string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{ports[1]}"));
    }

    /// <summary>The path of the connection file, which only its user may read.</summary>
    public string ConnectionFile { get; } = Path.GetTempFileName();

    /// <summary>The reply to a request, or null once waiting is no longer worth while.</summary>
    public Task<Message?> AskAsync(string type, Func<bool> isWorthWaiting, CancellationToken cancellation) =>
        Task.Run(() => Ask(type, isWorthWaiting, cancellation), cancellation);

    public void Dispose()
    {
        _control.Dispose();
        File.Delete(ConnectionFile);
    }

    private Message? Ask(string type, Func<bool> isWorthWaiting, CancellationToken cancellation)
    {
        var (id, request) = _writer.Write(new EmptyRequest(type), default);
        _control.SendMultipartBytes(request);
        while (isWorthWaiting())
        {
            cancellation.ThrowIfCancellationRequested();
            var frames = new List<byte[]>();
            if (!_control.TryReceiveMultipartBytes(Slice, ref frames!))
                continue;
            if (_reader.Read(frames, out _) is { } reply && reply.ParentId == id)
                return reply;
        }

        return null;
    }

    private void WriteConnectionFile(string key, int[] ports)
    {
        string[] names = ["shell_port", "control_port", "iopub_port", "stdin_port", "hb_port"];
        using var file = File.OpenWrite(ConnectionFile);
        using var writer = new Utf8JsonWriter(file);
        writer.WriteStartObject();
        writer.WriteString("ip", "127.0.0.1");
        writer.WriteString("transport", "tcp");
        writer.WriteString("signature_scheme", "hmac-sha256");
        writer.WriteString("key", key);
        foreach (var (name, port) in names.Zip(ports))
            writer.WriteNumber(name, port);
        writer.WriteEndObject();
    }
}
