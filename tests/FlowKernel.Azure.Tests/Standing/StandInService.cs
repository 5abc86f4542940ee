using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace FlowKernel.Azure.Tests.Standing;

/// <summary>A service on this machine that answers as a test says, and keeps what it was asked.</summary>
internal sealed class StandInService : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<Asked, Answer> _answer;
    private readonly Task _serving;

    public StandInService(Func<Asked, Answer> answer)
    {
        _answer = answer;
        Address = $"http://localhost:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address { get; }

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
            _ = AnswerAsync(await _listener.GetContextAsync());
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var asked = new Asked(context.Request.Url!.AbsolutePath, await reader.ReadToEndAsync(), context.Request.Headers);
        Requests.Enqueue(asked);
        var answer = _answer(asked);
        if (answer.After is { } after)
            await after;
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer.Body));
        context.Response.Close();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A request that a service got.</summary>
internal sealed record Asked(string Path, string Body, System.Collections.Specialized.NameValueCollection Headers)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}

/// <summary>What a service answers.</summary>
internal sealed record Answer(string Body, int Status = 200)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>What the answer waits for.</summary>
    public Task? After { get; init; }
}
