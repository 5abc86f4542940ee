using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FlowKernel.Specs.External;

/// <summary>A web server on this machine that answers each path as the test says, and notes what it was asked for.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _serving;

    public LocalServer()
    {
        _listener.Start();
        Root = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _serving = ServeAsync();
    }

    /// <summary>Its address, without a slash at the end.</summary>
    public string Root { get; }

    /// <summary>What it answers, by path and query; all else is not found.</summary>
    public Dictionary<string, Func<Stream, CancellationToken, Task>> Answers { get; } = [];

    /// <summary>What it was asked for.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Answers a path with bytes.</summary>
    public void Give(string path, byte[] body) => Answers[path] = async (stream, token) =>
    {
        var head = $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), token);
        await stream.WriteAsync(body, token);
    };

    /// <summary>Answers a path with another address.</summary>
    public void Redirect(string path, string to) => Answers[path] = async (stream, token) =>
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
            token);

    /// <summary>Answers a path with a beginning and no end.</summary>
    public void Hang(string path) => Answers[path] = async (stream, token) =>
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\na,1\n"u8.ToArray(), token);
        await stream.FlushAsync(token);
        await Task.Delay(Timeout.Infinite, token);
    };

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_closing.Token);
            _ = AnswerAsync(client);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, leaveOpen: true);
            var path = (await reader.ReadLineAsync(_closing.Token) ?? "").Split(' ').ElementAtOrDefault(1) ?? "";
            while (await reader.ReadLineAsync(_closing.Token) is { Length: > 0 })
            {
            }

            lock (Asked)
                Asked.Add(path);
            if (Answers.TryGetValue(path, out var answer))
                await answer(stream, _closing.Token);
            else
                await stream.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        }
    }
}
